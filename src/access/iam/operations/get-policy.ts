import { operation } from "../contract.ts";
import { describePolicy, describePolicyExtras, policyOf } from "../policies.ts";

/** Tells all of a managed policy but its documents. */
export const getPolicy = operation("GetPolicy", {
  access: "iam",
  async run({ PolicyArn }, context) {
    const policy = await policyOf(PolicyArn, context);
    return {
      Policy: { ...(await describePolicy(policy, context)), ...describePolicyExtras(policy) },
    };
  },
});
