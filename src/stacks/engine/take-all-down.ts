import { failedResources, reasonOf } from "./failure.ts";
import { deletionWrites } from "./outputs.ts";
import type { Run } from "./run.ts";
import { takeDown } from "./take-down.ts";

/** Removes all resources of a stack, but for those that are to be retained, and the stack. */
export async function takeAllDown(run: Run): Promise<void> {
  const { retained = [] } = run.stack;
  const removals = [...run.resources.values()].map((resource) => {
    const retain = retained.includes(resource.logicalId) || resource.deletionPolicy !== "Delete";
    return {
      resource,
      state: resource,
      policy: retain ? ("Retain" as const) : ("Delete" as const),
    };
  });
  const reason = await whyItStays(run, removals);
  if (reason === undefined) return;
  await run.reach("DELETE_FAILED", { statusReason: reason });
}

async function whyItStays(
  run: Run,
  removals: Parameters<typeof takeDown>[1],
): Promise<string | undefined> {
  try {
    const writes = await deletionWrites(run);
    const { failed } = await takeDown(run, removals);
    if (failed.length > 0) return failedResources("delete", failed);
    const deletedAt = run.parts.clock.now();
    await run.reach("DELETE_COMPLETE", { deletedAt, target: undefined }, { writes });
    return undefined;
  } catch (error) {
    return reasonOf(error, run.parts);
  }
}
