import { isDeepStrictEqual } from "node:util";
import type { ResourceContext } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { unlessGone } from "../answers.ts";

/** The policies of a role, as templates have them. */
type Policies = Pick<Properties["AWS::IAM::Role"], "Policies" | "ManagedPolicyArns">;

/** Gives a role the policies that it is to have, and takes away those that it is not. */
export async function changePolicies(
  RoleName: string,
  before: Policies,
  after: Policies,
  context: ResourceContext,
): Promise<void> {
  const { iam } = context.services;
  const { Policies = [], ManagedPolicyArns = [] } = after;
  const changed = Policies.filter((policy) => !before.Policies?.some(isSame(policy)));
  for (const { PolicyName, PolicyDocument } of changed) {
    const document = JSON.stringify(PolicyDocument);
    await iam("PutRolePolicy", { RoleName, PolicyName, PolicyDocument: document });
  }
  const added = ManagedPolicyArns.filter((arn) => !before.ManagedPolicyArns?.includes(arn));
  for (const PolicyArn of added) await iam("AttachRolePolicy", { RoleName, PolicyArn });
  const names = Policies.map(({ PolicyName }) => PolicyName);
  await removePolicies(
    RoleName,
    {
      Policies: (before.Policies ?? []).filter(({ PolicyName }) => !names.includes(PolicyName)),
      ManagedPolicyArns: (before.ManagedPolicyArns ?? []).filter(
        (arn) => !ManagedPolicyArns.includes(arn),
      ),
    },
    context,
  );
}

/** Takes policies away from a role, as far as they are there: a name may be none that could be. */
export async function removePolicies(
  RoleName: string,
  { Policies = [], ManagedPolicyArns = [] }: Policies,
  { services: { iam } }: ResourceContext,
): Promise<void> {
  const { PolicyNames = [] } = await iam("ListRolePolicies", { RoleName });
  for (const { PolicyName } of Policies) {
    if (PolicyNames.includes(PolicyName)) await iam("DeleteRolePolicy", { RoleName, PolicyName });
  }
  const { AttachedPolicies = [] } = await iam("ListAttachedRolePolicies", { RoleName });
  const attached = AttachedPolicies.map(({ PolicyArn }) => PolicyArn);
  for (const PolicyArn of ManagedPolicyArns) {
    if (attached.includes(PolicyArn)) await iam("DetachRolePolicy", { RoleName, PolicyArn });
  }
}

/**
 * The policies that a role has now, in the order of the template's; others behind them. Inline
 * ones that the template does not have may be resources of their own, and are left out.
 */
export async function policiesOf(
  RoleName: string,
  { Policies = [], ManagedPolicyArns = [] }: Policies,
  context: ResourceContext,
): Promise<Policies> {
  const { AttachedPolicies = [] } = await context.services.iam("ListAttachedRolePolicies", {
    RoleName,
  });
  const attached = AttachedPolicies.map(({ PolicyArn = "" }) => PolicyArn);
  const kept: NonNullable<Policies["Policies"]> = [];
  for (const { PolicyName } of Policies) {
    const PolicyDocument = await documentOf(RoleName, PolicyName, context);
    if (PolicyDocument) kept.push({ PolicyName, PolicyDocument });
  }
  const known = ManagedPolicyArns.filter((arn) => attached.includes(arn));
  const others = attached.filter((arn) => !known.includes(arn));
  return { Policies: kept, ManagedPolicyArns: [...known, ...others] };
}

/** An inline policy of a role; undefined when there is none of that name. */
export async function documentOf(
  RoleName: string,
  PolicyName: string,
  { services: { iam } }: ResourceContext,
): Promise<Record<string, unknown> | undefined> {
  const found = await unlessGone(iam("GetRolePolicy", { RoleName, PolicyName }));
  return found && JSON.parse(decodeURIComponent(found.PolicyDocument ?? ""));
}

function isSame(policy: object) {
  return (other: object) => isDeepStrictEqual(policy, other);
}
