import { fault, validationError } from "./contract.ts";
import type { Stack, StackStatus } from "./domain/stack.ts";

const updatable: readonly StackStatus[] = [
  "CREATE_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
];

/**
 * Refuses to update a stack on which something is in progress, or whose last operation has left
 * it as it cannot stay.
 * @throws Fault ValidationError
 */
export function checkUpdatable({ id, status }: Stack): void {
  if (updatable.includes(status)) return;
  throw validationError(`Stack:${id} is in ${status} state and can not be updated.`, {
    reason: {
      check: `state of stack ${id}`,
      expected: updatable.join(", "),
      received: status,
      change: status.endsWith("_IN_PROGRESS")
        ? "Wait until the operation in progress is over."
        : "Roll the stack back, or delete it and create it again.",
    },
  });
}

/**
 * Refuses what a stack must be in one of a few states for.
 * @throws Fault ValidationError
 */
export function checkState(
  { id, status }: Stack,
  expected: readonly StackStatus[],
  done: string,
): void {
  if (expected.includes(status)) return;
  throw validationError(`Stack:${id} is in ${status} state and can not be ${done}.`, {
    reason: {
      check: `state of stack ${id}`,
      expected: expected.join(" or "),
      received: status,
      change: status.endsWith("_IN_PROGRESS")
        ? "Wait until the operation in progress is over."
        : "Look at the stack's events; in this state there is nothing to undo.",
    },
  });
}

/** As it is refused when a stack is to be deleted that must stay. */
export function checkDeletable({ id, name, status, terminationProtection }: Stack): void {
  if (terminationProtection) {
    throw validationError(
      `Stack [${name}] cannot be deleted while TerminationProtection is enabled`,
    );
  }
  const isFree = !status.endsWith("_IN_PROGRESS") || status === "REVIEW_IN_PROGRESS";
  if (isFree) return;
  throw validationError(`Stack:${id} is in ${status} state and can not be deleted.`, {
    reason: {
      check: `state of stack ${id}`,
      expected: "no operation in progress",
      received: status,
      change: "Wait until the operation in progress is over.",
    },
  });
}

type Verb = "CREATE" | "UPDATE" | "DELETE";

/**
 * Whether a request was made before: the stack knows its token.
 * @throws Fault TokenAlreadyExistsException when the token was that of another operation
 */
export function isRepeated(stack: Stack | undefined, token: string | undefined, verb: Verb) {
  if (!stack || token === undefined || stack.clientRequestToken !== token) return false;
  const known = stack.status.startsWith("ROLLBACK") ? "CREATE" : stack.status.split("_")[0];
  if (known === verb) return true;
  throw fault(
    "TokenAlreadyExistsException",
    `A client request token already exists for another operation: ${token}`,
  );
}
