import { arnOf } from "../../foundation/arn.ts";
import { fault, operation, type StacksContext, validationError } from "../contract.ts";
import { askedDefinition, refuseOptions, refusing } from "../definition.ts";
import type { ChangeSet, Stack } from "../domain/stack.ts";
import type { Prepared } from "../engine/prepare.ts";
import { findStack, stackInBrackets } from "../find-stack.ts";
import { newStack } from "../new-stack.ts";
import { planFor } from "../planned.ts";
import { checkUpdatable } from "../turns.ts";

/** Looks at what a definition would change. All of it is done when the answer goes out. */
export const createChangeSet = operation("CreateChangeSet", {
  access: "iam",
  async run(input, context) {
    const { ChangeSetName, ChangeSetType, OnStackFailure, DeploymentMode } = input;
    refuseOptions({
      "ChangeSetType IMPORT": ChangeSetType === "IMPORT",
      "OnStackFailure DELETE": OnStackFailure === "DELETE",
      ResourcesToImport: input.ResourcesToImport,
      ResourceTypes: input.ResourceTypes,
      RollbackTriggers: input.RollbackConfiguration?.RollbackTriggers,
      DeploymentMode,
    });
    const kind = ChangeSetType === "CREATE" ? ChangeSetType : "UPDATE";
    const standing = await standingFor(kind, input.StackName, ChangeSetName, context);
    const stack = standing ?? newStack(input.StackName, "REVIEW_IN_PROGRESS", context);
    const prepared = await askedDefinition(input, stack, context, stack.definition);
    const outcome = await outcomeOf(stack, prepared, context);
    const changeSet: ChangeSet = {
      ...{ tenant: context.tenant, name: ChangeSetName, kind, ...outcome, isExecuted: false },
      ...{ stackId: stack.id, stackName: stack.name, definition: prepared.definition },
      id: arnOf(
        "cloudformation",
        context.tenant,
        `changeSet/${ChangeSetName}/${context.random.uuid()}`,
      ),
      ...(input.Description !== undefined && { description: input.Description }),
      ...(OnStackFailure === "DO_NOTHING" && { disableRollback: true }),
      createdAt: context.clock.now(),
    };
    return keep(changeSet, standing ? undefined : stack, context);
  },
});

/** @returns undefined when the stack is to be made */
async function standingFor(
  kind: ChangeSet["kind"],
  name: string,
  changeSetName: string,
  context: StacksContext,
): Promise<Stack | undefined> {
  const stack = await findStack(name, context);
  const isThere = stack !== undefined && stack.status !== "DELETE_COMPLETE";
  if (kind === "CREATE") {
    if (!isThere) return undefined;
    if (stack.status === "REVIEW_IN_PROGRESS") return stack;
    throw validationError(
      `Stack [${stack.name}] already exists and cannot be created again with the changeSet ` +
        `[${changeSetName}].`,
    );
  }
  if (!isThere) throw validationError(stackInBrackets(name));
  checkUpdatable(stack);
  return stack;
}

const nothingToChange =
  "The submitted information didn't contain changes. " +
  "Submit different information to create a change set.";

async function outcomeOf(stack: Stack, prepared: Prepared, context: StacksContext) {
  const { changes, changesNothing } = await refusing(() => planFor(stack, prepared, context));
  return changesNothing
    ? { status: "FAILED" as const, statusReason: nothingToChange, changes: [] }
    : { status: "CREATE_COMPLETE" as const, changes };
}

/** @param toReview the stack that is to be made, until then waiting */
async function keep(changeSet: ChangeSet, toReview: Stack | undefined, context: StacksContext) {
  const { id: Id, stackId: StackId, name } = changeSet;
  if (toReview && !(await context.engine.review(toReview))) {
    throw validationError(`Stack [${toReview.name}] already exists`);
  }
  if (await keepUnderName(changeSet, context)) return { Id, StackId };
  throw fault("AlreadyExistsException", `ChangeSet ${name} already exists`);
}

/** One that was executed, or that failed, is there to be looked at only: its name is free. */
async function keepUnderName(changeSet: ChangeSet, { changeSets }: StacksContext) {
  if (await changeSets.create(changeSet)) return true;
  const former = await changeSets.get(changeSet.stackId, changeSet.name);
  const isOpen = former?.value.status === "CREATE_COMPLETE" && !former.value.isExecuted;
  if (!former || isOpen) return false;
  return changeSets.replace(changeSet, former.version);
}
