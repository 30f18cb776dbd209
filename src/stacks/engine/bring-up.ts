import { apply } from "./apply.ts";
import { failedResources, reasonOf } from "./failure.ts";
import { outputsOf } from "./outputs.ts";
import type { Prepared } from "./prepare.ts";
import { rollBackCreation, settledResources } from "./roll-back.ts";
import type { Run } from "./run.ts";

/** Makes a stack's resources. When one fails, all of them go again, unless that is not wanted. */
export async function bringUp(run: Run, prepared: Prepared): Promise<void> {
  const { failed } = await apply(run, prepared);
  const reason =
    failed.length > 0 ? failedResources("create", failed) : await finish(run, prepared);
  if (reason === undefined) return;
  if (run.stack.disableRollback) {
    await run.reach("CREATE_FAILED", { statusReason: reason });
    return;
  }
  await run.reach("ROLLBACK_IN_PROGRESS", {
    statusReason: `${reason} Rollback requested by user.`,
  });
  await undoCreation(run);
}

/** @returns why the stack cannot be finished; undefined when it is */
async function finish(run: Run, prepared: Prepared): Promise<string | undefined> {
  try {
    const { outputs, writes } = await outputsOf(run, prepared);
    const change = { outputs, definition: run.stack.target, target: undefined };
    await run.reach("CREATE_COMPLETE", change, { writes, resources: settledResources(run) });
    return undefined;
  } catch (error) {
    return reasonOf(error, run.parts);
  }
}

/** Removes what a creation has made by now. */
export async function undoCreation(run: Run): Promise<void> {
  const failed = await rollBackCreation(run);
  const change = { definition: run.stack.target ?? run.stack.definition, target: undefined };
  if (failed.length === 0) await run.reach("ROLLBACK_COMPLETE", change);
  else await run.reach("ROLLBACK_FAILED", { statusReason: failedResources("delete", failed) });
}
