import { versionOf } from "../../domain/account-policy.ts";
import { fault, operation } from "../contract.ts";
import { changePolicy } from "../policies.ts";

/** Deletes a document of a managed policy that is not in force. */
export const deletePolicyVersion = operation("DeletePolicyVersion", {
  access: "iam",
  async run({ PolicyArn, VersionId }, context) {
    await changePolicy(PolicyArn, context, (policy) => {
      const { number } = versionOf(policy, VersionId);
      if (number === policy.defaultVersion) {
        const message = "Cannot delete the default version of a policy.";
        throw fault("DeleteConflictException", message);
      }
      return { ...policy, versions: policy.versions.filter((each) => each.number !== number) };
    });
    return {};
  },
});
