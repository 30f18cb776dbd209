import { isDeepStrictEqual } from "node:util";
import { iamArn } from "../../../foundation/arn.ts";
import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { isMadeHere, tagsFor } from "../tags.ts";

type PolicyProperties = Properties["AWS::IAM::ManagedPolicy"];

/** IAM's limit on the name of a policy. */
const nameLengthMax = 128;

/** A managed policy, and the roles that it is attached to. */
export const managedPolicy = resource("AWS::IAM::ManagedPolicy", {
  unsupported: ["Groups", "Users"],

  async create(properties, context) {
    const { iam } = context.services;
    const { Description, Path, PolicyDocument } = properties;
    const { Policy } = await iam("CreatePolicy", {
      ...{ PolicyName: nameOf(properties, context), Description, Path },
      PolicyDocument: JSON.stringify(PolicyDocument),
      Tags: tagList(tagsFor(context)),
    });
    const PolicyArn = answered(Policy?.Arn);
    try {
      await attach(PolicyArn, properties.Roles ?? [], context);
    } catch (error) {
      await remove(PolicyArn, properties, context);
      throw error;
    }
    return describe(PolicyArn, context);
  },

  async update({ physicalId: PolicyArn, previous, properties }, context) {
    const { PolicyDocument, Roles = [] } = properties;
    if (!isDeepStrictEqual(PolicyDocument, previous.PolicyDocument)) {
      await replaceDocument(PolicyArn, PolicyDocument, context);
    }
    const { Roles: before = [] } = previous;
    await attach(
      PolicyArn,
      Roles.filter((name) => !before.includes(name)),
      context,
    );
    await detach(
      PolicyArn,
      before.filter((name) => !Roles.includes(name)),
      context,
    );
    return describe(PolicyArn, context);
  },

  async delete({ physicalId: PolicyArn, properties }, context) {
    await remove(PolicyArn, properties, context);
  },

  async read({ physicalId: PolicyArn, properties }, context) {
    const { iam } = context.services;
    const now = (await unlessGone(iam("GetPolicy", { PolicyArn })))?.Policy;
    if (!now) return undefined;
    const { PolicyName: ManagedPolicyName, Path, Description, DefaultVersionId: VersionId } = now;
    const { PolicyVersion } = await iam("GetPolicyVersion", { PolicyArn, VersionId });
    const { PolicyRoles = [] } = await iam("ListEntitiesForPolicy", { PolicyArn });
    const attached = PolicyRoles.map(({ RoleName = "" }) => RoleName);
    return asFarAs(properties, {
      ...{ ManagedPolicyName, Path, Description },
      PolicyDocument: JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? "")),
      // Roles that are given the policy by themselves are none of this resource's.
      Roles: properties.Roles?.filter((name) => attached.includes(name)),
    });
  },

  async find(properties, context) {
    const { Path = "/" } = properties;
    const name = nameOf(properties, context);
    const PolicyArn = iamArn(context.tenant.account, `policy${Path}${name}`);
    const found = await unlessGone(context.services.iam("GetPolicy", { PolicyArn }));
    return isMadeHere(tagsByKey(found?.Policy?.Tags), context) ? PolicyArn : undefined;
  },
});

function nameOf({ ManagedPolicyName }: PolicyProperties, { physicalName }: ResourceContext) {
  return ManagedPolicyName ?? physicalName({ maxLength: nameLengthMax });
}

/** Only as many versions are kept as IAM lets be: the one in force, and the one to be. */
async function replaceDocument(PolicyArn: string, document: object, context: ResourceContext) {
  await removeOldVersions(PolicyArn, context);
  const PolicyDocument = JSON.stringify(document);
  const input = { PolicyArn, PolicyDocument, SetAsDefault: true };
  await context.services.iam("CreatePolicyVersion", input);
}

async function removeOldVersions(PolicyArn: string, { services: { iam } }: ResourceContext) {
  const { Versions = [] } = await iam("ListPolicyVersions", { PolicyArn });
  for (const { VersionId, IsDefaultVersion } of Versions) {
    if (!IsDefaultVersion) await iam("DeletePolicyVersion", { PolicyArn, VersionId });
  }
}

/** Roles that have it from elsewhere keep it, as they do at AWS. */
async function remove(
  PolicyArn: string,
  { Roles = [] }: PolicyProperties,
  context: ResourceContext,
) {
  await detach(PolicyArn, Roles, context);
  await removeOldVersions(PolicyArn, context);
  await context.services.iam("DeletePolicy", { PolicyArn });
}

async function attach(
  PolicyArn: string,
  roles: readonly string[],
  { services: { iam } }: ResourceContext,
): Promise<void> {
  for (const RoleName of roles) await iam("AttachRolePolicy", { RoleName, PolicyArn });
}

async function detach(
  PolicyArn: string,
  roles: readonly string[],
  { services: { iam } }: ResourceContext,
): Promise<void> {
  for (const RoleName of roles) await unlessGone(iam("DetachRolePolicy", { RoleName, PolicyArn }));
}

async function describe(PolicyArn: string, { services: { iam } }: ResourceContext) {
  const { Policy = {} } = await iam("GetPolicy", { PolicyArn });
  return {
    physicalId: PolicyArn,
    attributes: {
      PolicyArn,
      PolicyId: Policy.PolicyId,
      AttachmentCount: Policy.AttachmentCount,
      PermissionsBoundaryUsageCount: Policy.PermissionsBoundaryUsageCount,
      DefaultVersionId: Policy.DefaultVersionId,
      IsAttachable: Policy.IsAttachable,
      CreateDate: Policy.CreateDate?.toISOString(),
      UpdateDate: Policy.UpdateDate?.toISOString(),
    },
  };
}
