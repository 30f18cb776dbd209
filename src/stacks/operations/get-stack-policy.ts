import { operation } from "../contract.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";

/** Answers the policy of a stack, where it has one. */
export const getStackPolicy = operation("GetStackPolicy", {
  access: "iam",
  async run({ StackName }, context) {
    const { policy } = await standingStack(StackName, context, stackInBrackets);
    return policy === undefined ? {} : { StackPolicyBody: policy };
  },
});
