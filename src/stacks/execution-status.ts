import { type ChangeSet, isInProgress, type Stack } from "./domain/stack.ts";

type ExecutionStatus =
  | "UNAVAILABLE"
  | "AVAILABLE"
  | `EXECUTE_${"IN_PROGRESS" | "COMPLETE" | "FAILED"}`;

/**
 * Whether a change set can be executed, or what came of it. The stack knows: a change set that
 * was executed is there until the next operation begins.
 */
export function executionStatusOf(
  { status, isExecuted }: ChangeSet,
  stack: Stack | undefined,
): ExecutionStatus {
  if (status === "FAILED") return "UNAVAILABLE";
  if (!isExecuted) return "AVAILABLE";
  if (stack && isInProgress(stack.status)) return "EXECUTE_IN_PROGRESS";
  const succeeded = stack?.status === "CREATE_COMPLETE" || stack?.status === "UPDATE_COMPLETE";
  return succeeded ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
}
