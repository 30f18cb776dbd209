import { fault, operation } from "../contract.ts";
import { holdersOf } from "../holders.ts";
import { changePolicy, policyOf } from "../policies.ts";

/** Deletes a managed policy that nothing has, with its only version. */
export const deletePolicy = operation("DeletePolicy", {
  access: "iam",
  async run({ PolicyArn }, context) {
    await policyOf(PolicyArn, context);
    const { attached, bounded } = await holdersOf(PolicyArn, context);
    if (attached.length + bounded.length > 0) {
      const message = "Cannot delete a policy attached to entities.";
      throw fault("DeleteConflictException", message);
    }
    await changePolicy(PolicyArn, context, ({ versions }) => {
      if (versions.length === 1) return undefined;
      throw fault(
        "DeleteConflictException",
        "This policy has more than one version. Before you delete a policy, you must delete the " +
          "policy's versions. The default version is deleted with the policy.",
      );
    });
    return {};
  },
});
