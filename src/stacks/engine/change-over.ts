import { apply } from "./apply.ts";
import { failedResources, reasonOf } from "./failure.ts";
import { outputsOf } from "./outputs.ts";
import { deniedRemoval } from "./policy.ts";
import type { Prepared } from "./prepare.ts";
import { cleanUp, discardMade, revertUpdate, settledResources } from "./roll-back.ts";
import type { Run } from "./run.ts";

/** Makes a stack what its target says. When a resource fails, it becomes again what it was. */
export async function changeOver(run: Run, prepared: Prepared): Promise<void> {
  const reason = deniedRemoval(run, prepared.active) ?? (await whyNot(run, prepared));
  if (reason === undefined) {
    await finishCleanUp(run, new Set(prepared.active.keys()));
  } else if (run.stack.disableRollback) {
    await run.reach("UPDATE_FAILED", { statusReason: reason });
  } else {
    await run.reach("UPDATE_ROLLBACK_IN_PROGRESS", { statusReason: reason });
    await undoUpdate(run);
  }
}

/** @returns why the stack cannot be changed; undefined when it is */
async function whyNot(run: Run, prepared: Prepared): Promise<string | undefined> {
  const { failed } = await apply(run, prepared);
  return failed.length > 0 ? failedResources("update", failed) : turn(run, prepared);
}

/**
 * From here on the stack is what it was to become, and there is no way back.
 * @returns why it cannot be; undefined when it is
 */
async function turn(run: Run, prepared: Prepared): Promise<string | undefined> {
  try {
    const { outputs, writes } = await outputsOf(run, prepared);
    const { target: definition } = run.stack;
    const { description } = prepared.template;
    const change = { outputs, definition, description, target: undefined };
    await run.reach("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", change, { writes });
    return undefined;
  } catch (error) {
    return reasonOf(error, run.parts);
  }
}

/** Removes what the update has made superfluous, so that the wanted resources are left. */
export async function finishCleanUp(run: Run, wanted: ReadonlySet<string>): Promise<void> {
  await cleanUp(run, wanted);
  const change = { updatedAt: run.parts.clock.now() };
  await run.reach("UPDATE_COMPLETE", change, { resources: settledResources(run) });
}

/** Makes the stack what it was before. */
export async function undoUpdate(run: Run): Promise<void> {
  const failed = await revertUpdate(run);
  if (failed.length > 0) {
    const statusReason = failedResources("update", failed);
    await run.reach("UPDATE_ROLLBACK_FAILED", { statusReason });
    return;
  }
  await run.reach("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", { target: undefined });
  await finishUndo(run);
}

/** Removes what the failed update has made. */
export async function finishUndo(run: Run): Promise<void> {
  await discardMade(run);
  await run.reach("UPDATE_ROLLBACK_COMPLETE", {}, { resources: settledResources(run) });
}
