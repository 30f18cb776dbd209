import type { ResourceState, ResourceStatus, StackResource } from "../domain/stack.ts";
import type { UpdateAction } from "../domain/stack-policy.ts";
import { type AnyResourceType, findType, type Made, NeedsReplacement } from "../resource.ts";
import { isGone, reasonOf } from "./failure.ts";
import { lostIds, withStoodBefore } from "./lost.ts";
import { denied } from "./policy.ts";
import type { Run } from "./run.ts";

/** A resource as the template wants it. */
export interface Wanted
  extends Pick<
    StackResource,
    "logicalId" | "type" | "dependsOn" | "deletionPolicy" | "updateReplacePolicy"
  > {
  /** Evaluated and checked. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const suffixAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const suffixLength = 12;

/**
 * Makes a resource, as a new one or in the place of one that is to be replaced.
 * @returns whether it succeeded; a failure is written down
 */
export async function createResource(
  run: Run,
  wanted: Wanted,
  replaced?: StackResource,
): Promise<boolean> {
  if (replaced && (await isDenied(run, "Update:Replace", replaced))) return false;
  const verb = replaced ? "UPDATE" : "CREATE";
  const type = typeOf(run, wanted.type);
  const unbegun = await withStoodBefore(run, type, unmade(run, wanted));
  const { isNew: _, ...successor } = unbegun;
  const begun = await run.stands(
    replaced ? { ...successor, previous: stateOf(replaced) } : unbegun,
    `${verb}_IN_PROGRESS`,
    replaced && replacementReason,
  );
  try {
    const made = await type.create(wanted.properties, run.contextFor(begun));
    const { stoodBefore: _, ...rest } = begun;
    const standing = { ...rest, ...stateFrom(made) };
    const { physicalId } = made;
    const initiated = { physicalId, statusReason: "Resource creation Initiated" };
    await run.tell(run.eventOf(begun, `${verb}_IN_PROGRESS`, initiated));
    await run.stands(standing, `${verb}_COMPLETE`);
    return true;
  } catch (error) {
    await run.stands(begun, `${verb}_FAILED`, reasonOf(error, run.parts));
    return false;
  }
}

const replacementReason =
  "Requested update requires the creation of a new physical resource; hence creating one.";

/** Whether the policy of the stack forbids it; then that is written down. */
async function isDenied(run: Run, action: UpdateAction, existing: StackResource) {
  const reason = denied(run, action, existing);
  if (reason === undefined) return false;
  await run.stands({ ...existing, previous: stateOf(existing) }, "UPDATE_FAILED", reason);
  return true;
}

/** Writes down that a resource cannot be made or changed, before anything was. */
export async function failUnmade(run: Run, wanted: Wanted, reason: string): Promise<void> {
  const existing = run.resources.get(wanted.logicalId);
  if (existing) {
    await run.stands({ ...existing, previous: stateOf(existing) }, "UPDATE_FAILED", reason);
  } else {
    await run.stands(unmade(run, wanted), "CREATE_FAILED", reason);
  }
}

function unmade(run: Run, wanted: Wanted): StackResource {
  return {
    ...wanted,
    ...{ stackId: run.stack.id, physicalId: "", attributes: {}, isNew: true },
    ...{ status: "CREATE_IN_PROGRESS", updatedAt: run.parts.clock.now() },
    nameSuffix: run.parts.random.text(suffixAlphabet, suffixLength),
  };
}

/**
 * Changes a resource in place, or replaces it when that cannot be done.
 * @returns whether it succeeded; a failure is written down
 */
export async function updateResource(
  run: Run,
  existing: StackResource,
  wanted: Wanted,
): Promise<boolean> {
  const { update } = typeOf(run, wanted.type);
  if (!update) return createResource(run, wanted, existing);
  if (await isDenied(run, "Update:Modify", existing)) return false;
  const { physicalId, properties: previous } = existing;
  const begun = await run.stands(
    { ...existing, ...wanted, previous: stateOf(existing) },
    "UPDATE_IN_PROGRESS",
  );
  try {
    const change = { physicalId, properties: wanted.properties, previous };
    const made = await update(change, run.contextFor(existing));
    await run.stands({ ...begun, ...stateFrom(made) }, "UPDATE_COMPLETE");
    return true;
  } catch (error) {
    if (error instanceof NeedsReplacement) return createResource(run, wanted, existing);
    await run.stands(begun, "UPDATE_FAILED", reasonOf(error, run.parts));
    return false;
  }
}

/**
 * Removes what was made for a resource, now or earlier. Events tell of it; the resource's own
 * record is the caller's to change.
 * @returns whether it succeeded
 */
export async function deleteState(
  run: Run,
  resource: StackResource,
  state: ResourceState,
): Promise<boolean> {
  const { physicalId, properties, nameSuffix } = state;
  const event = (status: ResourceStatus, statusReason?: string) =>
    run.tell(
      run.eventOf({ ...resource, ...state }, status, {
        ...(statusReason !== undefined && { statusReason }),
      }),
    );
  await event("DELETE_IN_PROGRESS");
  try {
    const context = run.contextFor({ ...resource, nameSuffix });
    const type = typeOf(run, resource.type);
    const isLost = physicalId === "" && wasInterrupted(resource);
    const ids = isLost ? await lostIds(run, type, resource, state) : [physicalId];
    for (const id of ids) if (id) await type.delete({ physicalId: id, properties }, context);
  } catch (error) {
    if (!isGone(error)) {
      await event("DELETE_FAILED", reasonOf(error, run.parts));
      return false;
    }
  }
  await event("DELETE_COMPLETE");
  return true;
}

/** A creation that failed has left nothing; one that broke off may have. */
function wasInterrupted({ status }: StackResource): boolean {
  return status !== "CREATE_FAILED" && status !== "UPDATE_FAILED";
}

export function typeOf(run: Run, type: string): AnyResourceType {
  const found = findType(run.parts.types, type);
  if (!found) throw new Error(`${type} is no resource type of this server`);
  return found;
}

function stateFrom({ physicalId, ref, attributes = {} }: Made) {
  return { physicalId, attributes, ...(ref !== undefined && { ref }) };
}

export function stateOf(resource: StackResource): ResourceState {
  const { physicalId, ref, attributes, properties, nameSuffix } = resource;
  const { dependsOn, deletionPolicy, updateReplacePolicy } = resource;
  return {
    ...{ physicalId, attributes, properties, nameSuffix, ...(ref !== undefined && { ref }) },
    ...{ dependsOn, deletionPolicy, updateReplacePolicy },
  };
}
