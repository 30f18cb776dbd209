import {
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { userPool } from "./user-pool.ts";

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
});

afterAll(() => server.close());

/** As CDK 2 writes it for a pool with sign-up and nothing else. */
const settings = {
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: "verified_phone_number", Priority: 1 },
      { Name: "verified_email", Priority: 2 },
    ],
  },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  EmailVerificationMessage: "The verification code to your new account is {####}",
  EmailVerificationSubject: "Verify your new account",
  SmsVerificationMessage: "The verification code to your new account is {####}",
  VerificationMessageTemplate: {
    DefaultEmailOption: "CONFIRM_WITH_CODE",
    EmailMessage: "The verification code to your new account is {####}",
    EmailSubject: "Verify your new account",
    SmsMessage: "The verification code to your new account is {####}",
  },
};

const rich = {
  ...settings,
  UserPoolName: "people",
  AliasAttributes: ["email"],
  AutoVerifiedAttributes: ["email"],
  Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
  Schema: [
    { Name: "email", Required: true, Mutable: true },
    {
      Name: "team",
      AttributeDataType: "String",
      StringAttributeConstraints: { MinLength: "1", MaxLength: "20" },
    },
  ],
  UserPoolTags: { stage: "one", old: "yes" },
};

async function made(properties: object = settings, logicalId = "Pool") {
  const context = server.context(logicalId);
  const { physicalId, attributes } = await userPool.create(properties, context);
  const now = async () => {
    const describe = new DescribeUserPoolCommand({ UserPoolId: physicalId });
    return (await server.cognito.send(describe)).UserPool;
  };
  return { context, physicalId, attributes, now };
}

test("a pool is made as the template says, with the tags of its stack", async () => {
  const { physicalId, attributes, now } = await made();
  const { RecoveryMechanisms } = settings.AccountRecoverySetting;
  expect(await now()).toMatchObject({
    Name: "hello-Pool-AbCdEfGhIjKl",
    AccountRecoverySetting: { RecoveryMechanisms },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    EmailVerificationSubject: "Verify your new account",
    UserPoolTags: { department: "doors" },
  });
  expect(attributes).toEqual({
    UserPoolId: physicalId,
    Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${physicalId}`,
    ProviderName: `cognito-idp.us-east-1.amazonaws.com/${physicalId}`,
    ProviderURL: `https://cognito-idp.us-east-1.amazonaws.com/${physicalId}`,
  });
});

test("an update adds attributes, and takes back what is said no more", async () => {
  const { context, physicalId, now } = await made(rich);
  const added = { Name: "level", AttributeDataType: "Number", Mutable: true };
  const { Policies: _, ...rest } = rich;
  const Schema = [...rich.Schema, added];
  const properties = { ...rest, Schema, UserPoolName: "folk", UserPoolTags: { stage: "two" } };
  await userPool.update?.({ physicalId, properties, previous: rich }, context);
  const after = await now();
  expect(after).toMatchObject({ Name: "folk", AliasAttributes: ["email"] });
  expect(after?.Policies?.PasswordPolicy?.MinimumLength).toBe(8);
  expect(after?.SchemaAttributes?.map(({ Name }) => Name)).toContain("custom:level");
  expect(after?.UserPoolTags).toMatchObject({ department: "doors", stage: "two" });
  expect(after?.UserPoolTags?.old).toBeUndefined();
});

const fixed = [
  ["aliases", { AliasAttributes: ["phone_number"] }, "Updates are not allowed for property"],
  ["case", { UsernameConfiguration: { CaseSensitive: false } }, "UsernameConfiguration."],
  ["an attribute less", { Schema: rich.Schema.slice(1) }, "cannot be modified or deleted"],
  [
    "another kind of attribute",
    { Schema: [rich.Schema[0], { Name: "team", AttributeDataType: "Number" }] },
    "cannot be modified or deleted",
  ],
] as const;

test.each(fixed)("what a pool is born with stays: %s", async (_, change, message) => {
  const { context, physicalId, now } = await made(rich);
  const before = await now();
  const properties = { ...rich, UserPoolName: "folk", ...change };
  const update = userPool.update?.({ physicalId, properties, previous: rich }, context);
  await expect(update).rejects.toThrow(message);
  expect(await now()).toEqual(before);
});

test("what was changed by hand shows, and defaults do not", async () => {
  const { context, physicalId } = await made(rich);
  const existing = { physicalId, properties: rich };
  expect(await userPool.read?.(existing, context)).toEqual(rich);
  const Policies = { PasswordPolicy: { MinimumLength: 6 } };
  await server.cognito.send(new UpdateUserPoolCommand({ UserPoolId: physicalId, Policies }));
  expect(await userPool.read?.(existing, context)).toMatchObject({
    Policies: { PasswordPolicy: { MinimumLength: 6, RequireSymbols: false } },
    UserPoolTags: {},
  });
});

test("a creation that broke off is found, and no pool of the same name", async () => {
  await server.cognito.send(new CreateUserPoolCommand({ PoolName: "people" }));
  const { physicalId } = await made(rich, "Broken");
  expect(await userPool.find?.(rich, server.context("Broken"))).toBe(physicalId);
  expect(await userPool.find?.(rich, server.context("Broken", "another"))).toBeUndefined();
});

test("a pool is deleted, unless it is protected", async () => {
  const { context, physicalId, now } = await made({ ...rich, DeletionProtection: "ACTIVE" });
  const existing = { physicalId, properties: rich };
  await expect(userPool.delete(existing, context)).rejects.toThrow("deletion protection");
  const update = { physicalId, properties: rich, previous: rich };
  await userPool.update?.(update, context);
  await userPool.delete(existing, context);
  await expect(now()).rejects.toThrow("does not exist");
  expect(await userPool.read?.(existing, context)).toBeUndefined();
});

test("what the server does not honour is refused by its name", async () => {
  const triggers = { ...settings, LambdaConfig: { PreSignUp: "arn:aws:lambda:…" } };
  expect(() => userPool.refuseUnsupported("Pool", triggers)).toThrow("#/LambdaConfig");
  await expect(made(triggers)).rejects.toThrow("#/LambdaConfig");
  await expect(made({ ...settings, MfaConfiguration: "ON" })).rejects.toThrow("MfaConfiguration");
});
