import { isDeepStrictEqual } from "node:util";
import type { ResourceContext } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { unlessGone } from "../answers.ts";

/** What a repository has beside its settings. */
type Policies = Pick<
  Properties["AWS::ECR::Repository"],
  "LifecyclePolicy" | "RepositoryPolicyText"
>;

/** Gives a repository the policies that it is to have, and takes away those that it is not. */
export async function changePolicies(
  repositoryName: string,
  before: Policies,
  after: Policies,
  { services: { ecr } }: ResourceContext,
): Promise<void> {
  const lifecyclePolicyText = after.LifecyclePolicy?.LifecyclePolicyText;
  if (lifecyclePolicyText !== before.LifecyclePolicy?.LifecyclePolicyText) {
    if (lifecyclePolicyText === undefined) {
      await unlessGone(ecr("DeleteLifecyclePolicy", { repositoryName }));
    } else await ecr("PutLifecyclePolicy", { repositoryName, lifecyclePolicyText });
  }
  const { RepositoryPolicyText } = after;
  if (isDeepStrictEqual(RepositoryPolicyText, before.RepositoryPolicyText)) return;
  if (RepositoryPolicyText === undefined) {
    await unlessGone(ecr("DeleteRepositoryPolicy", { repositoryName }));
  } else {
    const policyText = JSON.stringify(RepositoryPolicyText);
    await ecr("SetRepositoryPolicy", { repositoryName, policyText });
  }
}

/** The policies of a repository now, as far as the template speaks of them. */
export async function policiesOf(
  repositoryName: string,
  { LifecyclePolicy, RepositoryPolicyText }: Policies,
  { services: { ecr } }: ResourceContext,
): Promise<Policies> {
  const rules =
    LifecyclePolicy && (await unlessGone(ecr("GetLifecyclePolicy", { repositoryName })));
  const policy =
    RepositoryPolicyText && (await unlessGone(ecr("GetRepositoryPolicy", { repositoryName })));
  const LifecyclePolicyText = rules?.lifecyclePolicyText;
  return {
    ...(LifecyclePolicyText !== undefined && { LifecyclePolicy: { LifecyclePolicyText } }),
    ...(policy && { RepositoryPolicyText: JSON.parse(policy.policyText ?? "{}") }),
  };
}
