import type { StackResource } from "../domain/stack.ts";
import { denialOf, parseStackPolicy, type UpdateAction } from "../domain/stack-policy.ts";
import type { Run } from "./run.ts";

/** Why the policy of the stack forbids what an update would do; undefined when it does not. */
export function denied(
  { stack }: Run,
  action: UpdateAction,
  resource: Pick<StackResource, "logicalId" | "type">,
): string | undefined {
  const text = stack.policyDuringUpdate ?? stack.policy;
  return text === undefined ? undefined : denialOf(parseStackPolicy(text), action, resource);
}

/** Why the policy forbids that a resource leaves the stack: it is asked before anything changes. */
export function deniedRemoval(run: Run, wanted: ReadonlyMap<string, unknown>): string | undefined {
  const removed = [...run.resources.values()].filter(({ logicalId }) => !wanted.has(logicalId));
  for (const resource of removed) {
    const reason = denied(run, "Update:Delete", resource);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
