import { operation } from "../contract.ts";
import { refuseOptions } from "../definition.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";
import { checkState } from "../turns.ts";

/** Begins to undo a creation or an update that has failed, and whose remains were kept. */
export const rollbackStack = operation("RollbackStack", {
  access: "iam",
  async run({ StackName, ClientRequestToken: token, RetainExceptOnCreate }, context) {
    refuseOptions({ RetainExceptOnCreate });
    const stack = await standingStack(StackName, context, stackInBrackets);
    await context.engine.rollBack(stack.id, {
      check: (now) => checkState(now, ["CREATE_FAILED", "UPDATE_FAILED"], "rolled back"),
      ...(token !== undefined && { clientRequestToken: token }),
    });
    return { StackId: stack.id };
  },
});
