import { operation } from "../contract.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";

/** Says whether a stack may be deleted. */
export const updateTerminationProtection = operation("UpdateTerminationProtection", {
  access: "iam",
  async run({ StackName, EnableTerminationProtection: terminationProtection }, context) {
    const { id: StackId } = await standingStack(StackName, context, stackInBrackets);
    await context.stacks.change(StackId, (stack) => ({ ...stack, terminationProtection }));
    return { StackId };
  },
});
