import type { StacksContext } from "./contract.ts";
import type { Stack, StackResource, StackStatus } from "./domain/stack.ts";
import { driftsOf } from "./engine/drift.ts";
import { checkState } from "./turns.ts";

const checkable: readonly StackStatus[] = [
  "CREATE_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "UPDATE_ROLLBACK_FAILED",
];

/**
 * Compares some resources of a stack with how they are now.
 * @throws Fault ValidationError when the stack is in no state to be compared
 */
export function detectDrift(
  stack: Stack,
  resources: readonly StackResource[],
  { runParts }: StacksContext,
) {
  checkState(stack, checkable, "checked for drift");
  return driftsOf(runParts, stack, resources);
}
