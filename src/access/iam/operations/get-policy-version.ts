import { versionOf } from "../../domain/account-policy.ts";
import { operation } from "../contract.ts";
import { describeWholeVersion, policyOf } from "../policies.ts";

/** Returns one document of a managed policy. */
export const getPolicyVersion = operation("GetPolicyVersion", {
  access: "iam",
  async run({ PolicyArn, VersionId }, context) {
    const policy = await policyOf(PolicyArn, context);
    return { PolicyVersion: describeWholeVersion(policy, versionOf(policy, VersionId)) };
  },
});
