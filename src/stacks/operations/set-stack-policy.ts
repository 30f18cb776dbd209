import { operation, validationError } from "../contract.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";
import { policyText } from "../policy-source.ts";

/** Says which updates of a stack are allowed. It can be replaced, not taken away. */
export const setStackPolicy = operation("SetStackPolicy", {
  access: "iam",
  async run({ StackName, StackPolicyBody, StackPolicyURL }, context) {
    const { id } = await standingStack(StackName, context, stackInBrackets);
    const policy = await policyText(StackPolicyBody, StackPolicyURL, context.services);
    if (policy === undefined) {
      throw validationError("Either StackPolicyBody or StackPolicyURL must be specified.");
    }
    await context.stacks.change(id, (stack) => ({ ...stack, policy }));
    return {};
  },
});
