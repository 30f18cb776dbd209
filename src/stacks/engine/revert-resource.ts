import { isDeepStrictEqual } from "node:util";
import type { ResourceState, StackResource } from "../domain/stack.ts";
import { reasonOf } from "./failure.ts";
import { typeOf } from "./resource-steps.ts";
import type { Run } from "./run.ts";

/** Undoes an update in place. */
export async function revertResource(
  run: Run,
  resource: StackResource,
  previous: ResourceState,
): Promise<boolean> {
  const begun = await run.stands(resource, "UPDATE_IN_PROGRESS");
  try {
    const change = {
      physicalId: previous.physicalId,
      properties: previous.properties,
      previous: resource.properties,
    };
    await typeOf(run, resource.type).update?.(change, run.contextFor(resource));
  } catch (error) {
    if (!(await isAsBefore(run, resource, previous))) {
      await run.stands(begun, "UPDATE_FAILED", reasonOf(error, run.parts));
      return false;
    }
  }
  const { previous: _, ...rest } = begun;
  await run.stands({ ...rest, ...previous }, "UPDATE_COMPLETE");
  return true;
}

/** Whether there is nothing to undo: an update that was refused has changed nothing. */
async function isAsBefore(
  run: Run,
  resource: StackResource,
  { physicalId, properties: before }: ResourceState,
): Promise<boolean> {
  const properties = { ...before, ...resource.properties };
  try {
    const { read } = typeOf(run, resource.type);
    const found = await read?.({ physicalId, properties }, run.contextFor(resource));
    const now: Readonly<Record<string, unknown>> = { ...found };
    const names = Object.keys(properties);
    return !!found && names.every((name) => isDeepStrictEqual(now[name], before[name]));
  } catch {
    return false;
  }
}
