import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type Change, type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { isMadeHere, ownTags, tagChanges, tagsFor } from "../tags.ts";
import { changePolicies, policiesOf, removePolicies } from "./role-policies.ts";

type RoleProperties = Properties["AWS::IAM::Role"];

/** IAM's limit on the name of a role. */
const nameLengthMax = 64;

/** A role, with the policies that are its own and those that it is given. */
export const role = resource("AWS::IAM::Role", {
  async create(properties, context) {
    const { iam } = context.services;
    const RoleName = nameOf(properties, context);
    const { Description, MaxSessionDuration, Path, PermissionsBoundary } = properties;
    const made = await iam("CreateRole", {
      ...{ RoleName, Description, MaxSessionDuration, Path, PermissionsBoundary },
      AssumeRolePolicyDocument: JSON.stringify(properties.AssumeRolePolicyDocument),
      Tags: tagList(tagsFor(context, tagsByKey(properties.Tags))),
    });
    try {
      await changePolicies(RoleName, {}, properties, context);
    } catch (error) {
      await remove(RoleName, properties, context);
      throw error;
    }
    return describe(answered(made.Role));
  },

  async update(change, context) {
    const { physicalId: RoleName, previous, properties } = change;
    const { iam } = context.services;
    const PolicyDocument = JSON.stringify(properties.AssumeRolePolicyDocument);
    await iam("UpdateAssumeRolePolicy", { RoleName, PolicyDocument });
    const { Description = "", MaxSessionDuration = 3600 } = properties;
    await iam("UpdateRole", { RoleName, Description, MaxSessionDuration });
    await changeBoundary(change, context);
    await changePolicies(RoleName, previous, properties, context);
    await changeTags(change, context);
    const { Role } = await iam("GetRole", { RoleName });
    return describe(answered(Role));
  },

  async delete({ physicalId: RoleName, properties }, context) {
    await remove(RoleName, properties, context);
  },

  async read({ physicalId: RoleName, properties }, context) {
    const { iam } = context.services;
    const now = (await unlessGone(iam("GetRole", { RoleName })))?.Role;
    if (!now) return undefined;
    const { Description = "", MaxSessionDuration, Path, PermissionsBoundary, Tags } = now;
    return asFarAs(properties, {
      ...{ RoleName, Description, MaxSessionDuration, Path },
      AssumeRolePolicyDocument: JSON.parse(decodeURIComponent(now.AssumeRolePolicyDocument ?? "")),
      PermissionsBoundary: PermissionsBoundary?.PermissionsBoundaryArn,
      ...(await policiesOf(RoleName, properties, context)),
      Tags: tagList(ownTags(tagsByKey(Tags), context)),
    });
  },

  async find(properties, context) {
    const RoleName = nameOf(properties, context);
    const found = await unlessGone(context.services.iam("GetRole", { RoleName }));
    return isMadeHere(tagsByKey(found?.Role?.Tags), context) ? RoleName : undefined;
  },
});

function nameOf({ RoleName }: RoleProperties, { physicalName }: ResourceContext): string {
  return RoleName ?? physicalName({ maxLength: nameLengthMax });
}

/** Policies that others have put on the role keep it, as they do at AWS. */
async function remove(RoleName: string, properties: RoleProperties, context: ResourceContext) {
  await removePolicies(RoleName, properties, context);
  await context.services.iam("DeleteRole", { RoleName });
}

async function changeBoundary(
  { physicalId: RoleName, previous, properties }: Change<RoleProperties>,
  { services: { iam } }: ResourceContext,
): Promise<void> {
  const { PermissionsBoundary } = properties;
  if (PermissionsBoundary === previous.PermissionsBoundary) return;
  if (PermissionsBoundary === undefined) await iam("DeleteRolePermissionsBoundary", { RoleName });
  else await iam("PutRolePermissionsBoundary", { RoleName, PermissionsBoundary });
}

async function changeTags(
  { physicalId: RoleName, previous, properties }: Change<RoleProperties>,
  context: ResourceContext,
): Promise<void> {
  const before = tagsFor(context, tagsByKey(previous.Tags));
  const { put, removed } = tagChanges(before, tagsFor(context, tagsByKey(properties.Tags)));
  const { iam } = context.services;
  if (removed.length > 0) await iam("UntagRole", { RoleName, TagKeys: removed });
  if (Object.keys(put).length > 0) await iam("TagRole", { RoleName, Tags: tagList(put) });
}

interface RoleAnswer {
  readonly RoleName?: string | undefined;
  readonly RoleId?: string | undefined;
  readonly Arn?: string | undefined;
}

function describe({ RoleName, RoleId, Arn }: RoleAnswer) {
  return { physicalId: answered(RoleName), attributes: { Arn, RoleId } };
}
