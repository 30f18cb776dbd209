import type { RemovalPolicy, ResourceState, StackResource } from "../domain/stack.ts";
import { deleteState } from "./resource-steps.ts";
import type { Run } from "./run.ts";
import { reversed, type Walked, walk } from "./walk.ts";

/** Something that was made for a resource, and is to go. */
export interface Removal {
  readonly resource: StackResource;
  readonly state: ResourceState;
  /** What is retained leaves the stack, and stays. */
  readonly policy: RemovalPolicy;
  /** The resource as it is afterwards; absent where it leaves the stack. */
  readonly afterwards?: StackResource;
}

/** Removes what stands on others first. Failures are written down. */
export function takeDown(run: Run, removals: readonly Removal[]): Promise<Walked> {
  const byId = new Map(removals.map((removal) => [removal.resource.logicalId, removal]));
  const standsOn = new Map(
    removals.map(({ resource }) => [resource.logicalId, new Set(resource.dependsOn)]),
  );
  return walk(reversed(standsOn), async (logicalId) => {
    const removal = byId.get(logicalId);
    return removal === undefined || remove(run, removal);
  });
}

async function remove(run: Run, removal: Removal): Promise<boolean> {
  const { resource, state, afterwards } = removal;
  const retained = removal.policy !== "Delete";
  if (!retained && !(await deleteState(run, resource, state))) {
    if (!afterwards) await run.keep({ ...resource, status: "DELETE_FAILED" });
    return false;
  }
  const event = run.eventOf({ ...resource, ...state }, "DELETE_SKIPPED");
  if (afterwards) {
    await run.keep(afterwards);
    if (retained) await run.tell(event);
  } else {
    await run.leaves(resource, retained ? event : undefined);
  }
  return true;
}

/** The resource once what was before is of no interest any more. */
export function settled(resource: StackResource): StackResource {
  const { previous: _, isNew: __, stoodBefore: ___, ...rest } = resource;
  return rest;
}
