import { fault, operation } from "../contract.ts";
import { isInProgress } from "../domain/stack.ts";
import { findChangeSet } from "../find-stack.ts";

/** Deletes a change set. That there is none is no failure. */
export const deleteChangeSet = operation("DeleteChangeSet", {
  access: "iam",
  async run(input, context) {
    const changeSet = (await findChangeSet(input, context))?.value;
    if (!changeSet) return {};
    const stack = (await context.stacks.get(changeSet.stackId))?.value;
    if (stack && changeSet.isExecuted && isInProgress(stack.status)) {
      throw fault(
        "InvalidChangeSetStatusException",
        `An operation on ChangeSet [${changeSet.id}] is currently in progress.`,
      );
    }
    await context.changeSets.remove(changeSet);
    // `cdk diff` looks at stacks that nobody has made, and leaves nothing behind.
    const wasLookedAt = changeSet.name.startsWith("cdk-diff-change-set");
    if (stack?.status === "REVIEW_IN_PROGRESS" && wasLookedAt) await context.stacks.forget(stack);
    return {};
  },
});
