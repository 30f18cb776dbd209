import { operation } from "../contract.ts";
import { describeVersion, policyOf } from "../policies.ts";

/** Lists the versions of a managed policy, the newest first: there are five at most. */
export const listPolicyVersions = operation("ListPolicyVersions", {
  access: "iam",
  async run({ PolicyArn }, context) {
    const policy = await policyOf(PolicyArn, context);
    const newestFirst = policy.versions.toReversed();
    return {
      Versions: newestFirst.map((version) => describeVersion(policy, version)),
      IsTruncated: false,
    };
  },
});
