import { fault, operation, type StacksContext } from "../contract.ts";
import { preparedAgain, refuseOptions } from "../definition.ts";
import type { ChangeSet, Stack } from "../domain/stack.ts";
import { executionStatusOf } from "../execution-status.ts";
import { findChangeSet, stackInBrackets, standingStack } from "../find-stack.ts";
import { checkUpdatable, isRepeated } from "../turns.ts";

/** Begins what a change set tells; it can be executed once. */
export const executeChangeSet = operation("ExecuteChangeSet", {
  access: "iam",
  async run(input, context) {
    refuseOptions({ RetainExceptOnCreate: input.RetainExceptOnCreate });
    const found = await findChangeSet(input, context);
    if (!found) {
      throw fault(
        "ChangeSetNotFoundException",
        `ChangeSet [${input.ChangeSetName}] does not exist`,
      );
    }
    const { value: changeSet, version } = found;
    const stack = await standingStack(changeSet.stackId, context, stackInBrackets);
    const { ClientRequestToken: token, DisableRollback = changeSet.disableRollback } = input;
    if (changeSet.isExecuted && isRepeated(stack, token, changeSet.kind)) return {};
    checkExecutable(changeSet, stack);
    const executed = { ...changeSet, isExecuted: true };
    if (!(await context.changeSets.replace(executed, version))) throw busy(changeSet);
    try {
      await begin(changeSet, stack, context, {
        disableRollback: DisableRollback ?? false,
        ...(token !== undefined && { clientRequestToken: token }),
      });
    } catch (error) {
      await context.changeSets.replace(changeSet, version + 1);
      throw error;
    }
    await context.changeSets.removeOthers(stack.id, changeSet.name);
    return {};
  },
});

async function begin(
  changeSet: ChangeSet,
  stack: Stack,
  context: StacksContext,
  more: { disableRollback: boolean; clientRequestToken?: string },
): Promise<void> {
  const prepared = await preparedAgain(changeSet.definition, stack, context);
  const isNew = stack.status === "REVIEW_IN_PROGRESS";
  const { description } = prepared.template;
  await context.engine.change(stack.id, prepared, {
    ...more,
    changeSetId: changeSet.id,
    updatedAt: context.clock.now(),
    ...(isNew && description !== undefined && { description }),
    check(now) {
      if (!isNew || now.status !== "REVIEW_IN_PROGRESS") checkUpdatable(now);
    },
  });
}

function checkExecutable(changeSet: ChangeSet, stack: Stack): void {
  const { id, status, isExecuted } = changeSet;
  if (status === "FAILED") {
    throw fault(
      "InvalidChangeSetStatusException",
      `ChangeSet [${id}] cannot be executed in its current status of [${status}]`,
    );
  }
  if (!isExecuted) return;
  const execution = executionStatusOf(changeSet, stack);
  throw fault(
    "InvalidChangeSetStatusException",
    `ChangeSet [${id}] cannot be executed in its current execution status of [${execution}]`,
  );
}

/** Two have asked at the same moment, and this one came second. */
function busy({ id }: ChangeSet) {
  return fault(
    "InvalidChangeSetStatusException",
    `ChangeSet [${id}] cannot be executed in its current execution status of [EXECUTE_IN_PROGRESS]`,
  );
}
