import { isDeepStrictEqual } from "node:util";
import type { StackResource } from "../domain/stack.ts";
import { revertResource } from "./revert-resource.ts";
import type { Run } from "./run.ts";
import { type Removal, settled, takeDown } from "./take-down.ts";
import { walk } from "./walk.ts";

/**
 * Removes what a creation has made by now.
 * @returns logical ids of the resources that could not be removed
 */
export async function rollBackCreation(run: Run): Promise<readonly string[]> {
  const removals = [...run.resources.values()].map((resource) => ({
    resource,
    state: resource,
    policy: resource.deletionPolicy === "Retain" ? resource.deletionPolicy : ("Delete" as const),
  }));
  return (await takeDown(run, removals)).failed;
}

/**
 * Makes every resource what it was before an update: what was changed in place is changed back,
 * what was replaced counts again. What the update has made is left for `discardMade`.
 * @returns logical ids of the resources that could not be changed back
 */
export async function revertUpdate(run: Run): Promise<readonly string[]> {
  const changed = [...run.resources.values()].filter(({ previous }) => previous !== undefined);
  const waitsFor = new Map(
    changed.map(({ logicalId, dependsOn }) => [logicalId, new Set(dependsOn)]),
  );
  const { failed } = await walk(waitsFor, async (logicalId) => {
    const resource = run.resources.get(logicalId);
    if (!resource?.previous || isReplaced(resource)) return true;
    if (!isUntouched(resource)) return revertResource(run, resource, resource.previous);
    await run.keep(settled({ ...resource, ...resource.previous }));
    return true;
  });
  return failed;
}

/** Removes what a failed update has made. A removal that fails is told and left. */
export async function discardMade(run: Run): Promise<void> {
  const removals = [...run.resources.values()].flatMap((resource): Removal[] => {
    const removal = { resource, state: resource, policy: "Delete" as const };
    if (resource.isNew) return [removal];
    if (!resource.previous || !isReplaced(resource)) return [];
    const status = "UPDATE_COMPLETE" as const;
    return [{ ...removal, afterwards: settled({ ...resource, ...resource.previous, status }) }];
  });
  await takeDown(run, removals);
}

/**
 * Removes what an update has made superfluous: resources that the template has no more, and those
 * that were replaced. A removal that fails is told and left, as AWS does.
 */
export async function cleanUp(run: Run, wanted: ReadonlySet<string>): Promise<void> {
  const removals = [...run.resources.values()].flatMap((resource): Removal[] => {
    const { previous, deletionPolicy, updateReplacePolicy } = resource;
    if (!wanted.has(resource.logicalId)) {
      const policy = deletionPolicy === "Delete" ? "Delete" : "Retain";
      return [{ resource, state: resource, policy }];
    }
    if (!previous || !isReplaced(resource)) return [];
    const policy = updateReplacePolicy === "Delete" ? "Delete" : "Retain";
    return [{ resource, state: previous, policy, afterwards: settled(resource) }];
  });
  await takeDown(run, removals);
}

/** Resources as they are when nothing of the operation has to be remembered any more. */
export function settledResources(run: Run): StackResource[] {
  return [...run.resources.values()]
    .filter(({ previous, isNew }) => previous || isNew)
    .map(settled);
}

/** Whether the update has changed nothing but what the template says beside the properties. */
function isUntouched({ previous, properties, status }: StackResource): boolean {
  return status !== "UPDATE_FAILED" && isDeepStrictEqual(properties, previous?.properties);
}

function isReplaced({ previous, physicalId }: StackResource): boolean {
  return previous !== undefined && previous.physicalId !== physicalId;
}
