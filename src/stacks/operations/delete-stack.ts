import { operation, validationError } from "../contract.ts";
import { refuseOptions } from "../definition.ts";
import type { Stack } from "../domain/stack.ts";
import { findStack } from "../find-stack.ts";
import { checkDeletable, isRepeated } from "../turns.ts";

/** AWS breaks off what is in progress; here it comes to its end first, if that is soon. */
const heldMs = 3_000;

/** Begins to delete a stack. That there is none is no failure. */
export const deleteStack = operation("DeleteStack", {
  access: "iam",
  async run({ StackName, RetainResources, ClientRequestToken, DeletionMode }, context) {
    refuseOptions({ DeletionMode: DeletionMode === "STANDARD" ? undefined : DeletionMode });
    const stack = await findStack(StackName, context);
    if (!stack || isGoing(stack)) return {};
    isRepeated(stack, ClientRequestToken, "DELETE");
    await context.engine.settled(stack.id, heldMs);
    try {
      await context.engine.delete(stack.id, {
        retained: RetainResources ?? [],
        ...(ClientRequestToken !== undefined && { clientRequestToken: ClientRequestToken }),
        check(now) {
          if (isGoing(now)) throw new GoesAlready();
          checkDeletable(now);
          if (RetainResources?.length) checkRetainable(now);
        },
      });
    } catch (error) {
      if (error instanceof GoesAlready) return {};
      throw error;
    }
    await context.changeSets.removeOthers(stack.id);
    return {};
  },
});

/** Somebody else has asked for it at the same moment, and was first. */
class GoesAlready extends Error {
  override readonly name = "GoesAlready";
}

function isGoing({ status }: Stack): boolean {
  return status === "DELETE_IN_PROGRESS" || status === "DELETE_COMPLETE";
}

/** As at AWS: what resists deletion may be left, once it has. */
function checkRetainable({ id, status }: Stack): void {
  if (status === "DELETE_FAILED") return;
  throw validationError(
    `Invalid operation on stack [${id}]. When you delete a stack, specify which resources to ` +
      "retain only when the stack is in the DELETE_FAILED state.",
  );
}
