import { isDeepStrictEqual } from "node:util";
import type { UserPoolType } from "@aws-sdk/client-cognito-identity-provider";
import { Fault } from "../../../foundation/fault.ts";
import { type Change, type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { spokenOf } from "../spoken.ts";
import { isMadeHere, ownTags, tagsFor } from "../tags.ts";

type PoolProperties = Properties["AWS::Cognito::UserPool"];

/** Cognito's limit on the name of a pool. */
const nameLengthMax = 128;

/** A user pool. */
export const userPool = resource("AWS::Cognito::UserPool", {
  unsupported: [
    "DeviceConfiguration",
    "EmailAuthenticationMessage",
    "EmailAuthenticationSubject",
    "EnabledMfas",
    "IssuerConfiguration",
    "KeyConfiguration",
    "LambdaConfig",
    "SmsConfiguration/EumsSms",
    "WebAuthnFactorConfiguration",
    "WebAuthnRelyingPartyID",
    "WebAuthnUserVerification",
  ],

  async create(properties, context) {
    const { UserPool } = await context.services.cognito("CreateUserPool", {
      ...settingsOf(properties, context),
      PoolName: nameOf(properties, context),
      Schema: properties.Schema,
      AliasAttributes: properties.AliasAttributes,
      UsernameAttributes: properties.UsernameAttributes,
      UsernameConfiguration: usernameConfiguration(properties),
    });
    const { Id, Arn } = answered(UserPool);
    return describe(answered(Id), answered(Arn), context);
  },

  async update(change, context) {
    const { physicalId: UserPoolId, properties } = change;
    const { cognito } = context.services;
    refuseFixed(change);
    const added = addedAttributes(change);
    const PoolName = nameOf(properties, context);
    await cognito("UpdateUserPool", { ...settingsOf(properties, context), UserPoolId, PoolName });
    if (added.length > 0) {
      await cognito("AddCustomAttributes", { UserPoolId, CustomAttributes: added });
    }
    const { UserPool } = await cognito("DescribeUserPool", { UserPoolId });
    return describe(UserPoolId, answered(UserPool?.Arn), context);
  },

  async delete({ physicalId: UserPoolId }, { services }) {
    await services.cognito("DeleteUserPool", { UserPoolId });
  },

  async read({ physicalId: UserPoolId, properties }, context) {
    const { cognito } = context.services;
    const now = (await unlessGone(cognito("DescribeUserPool", { UserPoolId })))?.UserPool;
    if (!now) return undefined;
    const spoken = spokenOf(properties, inTemplate(now, properties));
    const tags = { UserPoolTags: ownTags(now.UserPoolTags, context) };
    return { ...spoken, ...asFarAs(properties, tags) };
  },

  async find(properties, context) {
    const { cognito } = context.services;
    const wanted = nameOf(properties, context);
    let NextToken: string | undefined;
    do {
      const page = await cognito("ListUserPools", { MaxResults: 60, NextToken });
      for (const { Id: UserPoolId, Name } of page.UserPools ?? []) {
        if (Name !== wanted) continue;
        const found = await unlessGone(cognito("DescribeUserPool", { UserPoolId }));
        if (isMadeHere(found?.UserPool?.UserPoolTags, context)) return UserPoolId;
      }
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return undefined;
  },
});

function nameOf({ UserPoolName }: PoolProperties, { physicalName }: ResourceContext): string {
  return UserPoolName ?? physicalName({ maxLength: nameLengthMax });
}

/** What creation and update are told alike: all of it, as an update resets what it is not told. */
function settingsOf(properties: PoolProperties, context: ResourceContext) {
  return {
    AccountRecoverySetting: properties.AccountRecoverySetting,
    AdminCreateUserConfig: properties.AdminCreateUserConfig,
    AutoVerifiedAttributes: properties.AutoVerifiedAttributes,
    DeletionProtection: properties.DeletionProtection,
    EmailConfiguration: properties.EmailConfiguration,
    EmailVerificationMessage: properties.EmailVerificationMessage,
    EmailVerificationSubject: properties.EmailVerificationSubject,
    MfaConfiguration: properties.MfaConfiguration,
    Policies: properties.Policies,
    SmsAuthenticationMessage: properties.SmsAuthenticationMessage,
    SmsConfiguration: properties.SmsConfiguration,
    SmsVerificationMessage: properties.SmsVerificationMessage,
    UserAttributeUpdateSettings: properties.UserAttributeUpdateSettings,
    UserPoolAddOns: properties.UserPoolAddOns,
    UserPoolTags: tagsFor(context, properties.UserPoolTags),
    UserPoolTier: properties.UserPoolTier,
    VerificationMessageTemplate: properties.VerificationMessageTemplate,
  };
}

/** CloudFormation's schema lets it be empty, and Cognito then lets case count. */
function usernameConfiguration({ UsernameConfiguration }: PoolProperties) {
  return UsernameConfiguration && { CaseSensitive: UsernameConfiguration.CaseSensitive ?? true };
}

/** What a pool is born with. AWS refuses it so rather than to replace a pool with its users. */
function refuseFixed({ previous, properties }: Change<PoolProperties>): void {
  const fixed = ["AliasAttributes", "UsernameAttributes", "UsernameConfiguration"] as const;
  const name = fixed.find((each) => !isDeepStrictEqual(previous[each], properties[each]));
  if (name === undefined) return;
  const message = `Updates are not allowed for property - ${name}.`;
  throw new Fault("InvalidParameterException", message);
}

/** Attributes come and never go, nor change. */
function addedAttributes({ previous, properties }: Change<PoolProperties>) {
  const { Schema: before = [] } = previous;
  const { Schema: after = [] } = properties;
  const stays = before.every((attribute) =>
    after.some((each) => isDeepStrictEqual(each, attribute)),
  );
  const added = after.filter(({ Name }) => !before.some((attribute) => attribute.Name === Name));
  if (stays && after.length === before.length + added.length) return added;
  const message = "Existing schema attributes cannot be modified or deleted.";
  throw new Fault("InvalidParameterException", message);
}

/** A pool in the words of templates. */
function inTemplate(pool: UserPoolType, properties: PoolProperties): Partial<PoolProperties> {
  const { Name: UserPoolName, SchemaAttributes = [], ...rest } = pool;
  const { UserAttributeUpdateSettings, SmsConfiguration, ...settings } = rest;
  const { EumsSms: _, ...sms } = SmsConfiguration ?? {};
  const verified = UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
  const Schema = properties.Schema?.flatMap(({ Name = "" }) => {
    const attribute = SchemaAttributes.find((each) => isSame(each.Name, Name));
    return attribute ? [{ ...attribute, Name }] : [];
  });
  return {
    ...{ ...settings, UserPoolName },
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: verified },
    ...(SmsConfiguration && { SmsConfiguration: sms }),
    ...(Schema && { Schema }),
  };
}

/** Templates leave out the prefix of a pool's own attributes. */
function isSame(kept: string | undefined, given: string): boolean {
  return kept === given || kept === `custom:${given}` || kept === `dev:custom:${given}`;
}

function describe(UserPoolId: string, Arn: string, { tenant }: ResourceContext) {
  const ProviderName = `cognito-idp.${tenant.region}.amazonaws.com/${UserPoolId}`;
  const ProviderURL = `https://${ProviderName}`;
  return { physicalId: UserPoolId, attributes: { UserPoolId, Arn, ProviderName, ProviderURL } };
}
