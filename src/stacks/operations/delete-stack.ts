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
    if (!stack || stack.status === "DELETE_COMPLETE") return {};
    if (stack.status === "DELETE_IN_PROGRESS") return {};
    isRepeated(stack, ClientRequestToken, "DELETE");
    await context.engine.settled(stack.id, heldMs);
    await context.engine.delete(stack.id, {
      retained: RetainResources ?? [],
      ...(ClientRequestToken !== undefined && { clientRequestToken: ClientRequestToken }),
      check(now) {
        checkDeletable(now);
        if (RetainResources?.length) checkRetainable(now);
      },
    });
    await context.changeSets.removeOthers(stack.id);
    return {};
  },
});

/** As at AWS: what resists deletion may be left, once it has. */
function checkRetainable({ id, status }: Stack): void {
  if (status === "DELETE_FAILED") return;
  throw validationError(
    `Invalid operation on stack [${id}]. When you delete a stack, specify which resources to ` +
      "retain only when the stack is in the DELETE_FAILED state.",
  );
}
