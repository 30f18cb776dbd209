import { operation } from "../contract.ts";
import { refuseOptions } from "../definition.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";
import { checkState } from "../turns.ts";

/** Tries again to undo an update, after what stood in its way was put right. */
export const continueUpdateRollback = operation("ContinueUpdateRollback", {
  access: "iam",
  async run({ StackName, ResourcesToSkip, ClientRequestToken: token }, context) {
    refuseOptions({ ResourcesToSkip });
    const stack = await standingStack(StackName, context, stackInBrackets);
    await context.engine.rollBack(stack.id, {
      check: (now) => checkState(now, ["UPDATE_ROLLBACK_FAILED"], "rolled back further"),
      ...(token !== undefined && { clientRequestToken: token }),
    });
    return {};
  },
});
