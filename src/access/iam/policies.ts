import { type AccountPolicy, type PolicyVersion, policyArnOf } from "../domain/account-policy.ts";
import { encodeDocument } from "./answers.ts";
import { type IamContext, noSuchPolicy } from "./contract.ts";
import { holdersOf } from "./holders.ts";

/**
 * The policy of the account that has this ARN.
 * @throws Fault NoSuchEntity, for AWS's own too: what they say is not known here
 */
export async function policyOf(arn: string, context: IamContext): Promise<AccountPolicy> {
  const policy = await context.policies.byArn(arn);
  if (policy?.account !== context.account) throw noSuchPolicy(arn);
  return policy;
}

/**
 * Changes a policy of the account.
 * @throws Fault NoSuchEntity
 */
export async function changePolicy(
  arn: string,
  context: IamContext,
  change: (policy: AccountPolicy) => AccountPolicy | undefined,
): Promise<AccountPolicy | "removed"> {
  await policyOf(arn, context);
  const after = await context.policies.update(arn, change);
  if (after === "gone") throw noSuchPolicy(arn);
  return after;
}

/** What CreatePolicy and ListPolicies answer of a policy. */
export async function describePolicy(policy: AccountPolicy, context: IamContext) {
  const Arn = policyArnOf(policy);
  const { attached, bounded } = await holdersOf(Arn, context);
  return {
    ...{ Arn, PolicyName: policy.name, PolicyId: policy.id, Path: policy.path },
    DefaultVersionId: `v${policy.defaultVersion}`,
    AttachmentCount: attached.length,
    PermissionsBoundaryUsageCount: bounded.length,
    IsAttachable: true,
    CreateDate: new Date(policy.createdAt),
    UpdateDate: new Date(policy.updatedAt),
  };
}

/** What GetPolicy tells besides. */
export function describePolicyExtras({ description, tags }: AccountPolicy) {
  return {
    ...(description !== undefined && { Description: description }),
    Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })),
  };
}

/** A version without its document, as lists have it. */
export function describeVersion(policy: AccountPolicy, { number, createdAt }: PolicyVersion) {
  return {
    VersionId: `v${number}`,
    IsDefaultVersion: number === policy.defaultVersion,
    CreateDate: new Date(createdAt),
  };
}

/** A version with its document. */
export function describeWholeVersion(policy: AccountPolicy, version: PolicyVersion) {
  return { ...describeVersion(policy, version), Document: encodeDocument(version.document) };
}
