import { arnOf } from "../../../foundation/arn.ts";
import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type Change, NeedsReplacement, type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";
import { isMadeHere, ownTags, tagChanges, tagsFor } from "../tags.ts";

type LogGroupProperties = Properties["AWS::Logs::LogGroup"];

/** Where functions and stages write what they log. */
export const logGroup = resource("AWS::Logs::LogGroup", {
  unsupported: [
    "BearerTokenAuthenticationEnabled",
    "DataProtectionPolicy",
    "DeletionProtectionEnabled",
    "FieldIndexPolicies",
    "KmsKeyId",
    "ResourcePolicyDocument",
  ],

  async create(properties, context) {
    const { logs } = context.services;
    const logGroupName = nameOf(properties, context);
    const { LogGroupClass: logGroupClass, RetentionInDays } = properties;
    const tags = tagsFor(context, tagsByKey(properties.Tags));
    await logs("CreateLogGroup", { logGroupName, logGroupClass, tags });
    try {
      await retain(logGroupName, RetentionInDays, context);
    } catch (error) {
      await logs("DeleteLogGroup", { logGroupName });
      throw error;
    }
    return describe(logGroupName, context);
  },

  async update(change, context) {
    const { physicalId: logGroupName, properties, previous } = change;
    const { LogGroupClass = "STANDARD", RetentionInDays } = properties;
    if (LogGroupClass !== (previous.LogGroupClass ?? "STANDARD")) throw new NeedsReplacement();
    if (RetentionInDays === undefined && previous.RetentionInDays !== undefined) {
      await context.services.logs("DeleteRetentionPolicy", { logGroupName });
    }
    await retain(logGroupName, RetentionInDays, context);
    await changeTags(change, context);
    return describe(logGroupName, context);
  },

  async delete({ physicalId: logGroupName }, { services }) {
    await services.logs("DeleteLogGroup", { logGroupName });
  },

  async read({ physicalId, properties }, context) {
    const { logs } = context.services;
    const { logGroups = [] } = await logs("DescribeLogGroups", {
      logGroupIdentifiers: [physicalId],
    });
    const [now] = logGroups;
    const tags = now && (await tagsOf(physicalId, context));
    if (!tags) return undefined;
    return asFarAs(properties, {
      LogGroupName: now.logGroupName,
      LogGroupClass: now.logGroupClass,
      RetentionInDays: now.retentionInDays,
      Tags: tagList(ownTags(tags, context)),
    });
  },

  async find(properties, context) {
    const name = nameOf(properties, context);
    return isMadeHere(await tagsOf(name, context), context) ? name : undefined;
  },
});

function nameOf({ LogGroupName }: LogGroupProperties, { physicalName }: ResourceContext): string {
  return LogGroupName ?? physicalName();
}

function arnOfGroup(name: string, { tenant }: ResourceContext): string {
  return arnOf("logs", tenant, `log-group:${name}`);
}

/** The attribute is the ARN of the group's streams. AWS: return values of AWS::Logs::LogGroup. */
function describe(name: string, context: ResourceContext) {
  return { physicalId: name, attributes: { Arn: `${arnOfGroup(name, context)}:*` } };
}

async function retain(
  logGroupName: string,
  retentionInDays: number | undefined,
  { services }: ResourceContext,
): Promise<void> {
  if (retentionInDays === undefined) return;
  await services.logs("PutRetentionPolicy", { logGroupName, retentionInDays });
}

/** Undefined when there is no such group. */
async function tagsOf(
  name: string,
  context: ResourceContext,
): Promise<Readonly<Record<string, string>> | undefined> {
  const resourceArn = arnOfGroup(name, context);
  const answer = await unlessGone(context.services.logs("ListTagsForResource", { resourceArn }));
  return answer?.tags;
}

async function changeTags(
  { physicalId, properties, previous }: Change<LogGroupProperties>,
  context: ResourceContext,
): Promise<void> {
  const { logs } = context.services;
  const resourceArn = arnOfGroup(physicalId, context);
  const [before, after] = [previous, properties].map(({ Tags }) =>
    tagsFor(context, tagsByKey(Tags)),
  );
  const { put, removed } = tagChanges(before ?? {}, after ?? {});
  if (removed.length > 0) await logs("UntagResource", { resourceArn, tagKeys: removed });
  if (Object.keys(put).length > 0) await logs("TagResource", { resourceArn, tags: put });
}
