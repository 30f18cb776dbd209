import { versionOf } from "../../domain/account-policy.ts";
import { operation } from "../contract.ts";
import { changePolicy } from "../policies.ts";

/** Puts a document of a managed policy in force. */
export const setDefaultPolicyVersion = operation("SetDefaultPolicyVersion", {
  access: "iam",
  async run({ PolicyArn, VersionId }, context) {
    await changePolicy(PolicyArn, context, (policy) => ({
      ...policy,
      defaultVersion: versionOf(policy, VersionId).number,
    }));
    return {};
  },
});
