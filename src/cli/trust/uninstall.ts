import { Failure } from "../failure.ts";
import type { Place } from "./places.ts";
import { type Installed, readInstalled, writeInstalled } from "./record.ts";
import { isTaken, runAll, written } from "./run.ts";
import { stepFor } from "./steps.ts";

/**
 * Undoes all that is written down, and strikes out what is undone.
 *
 * @param folder where it is written down
 * @returns how many authorities were trusted until now
 * @throws Failure when something is still there
 */
export async function uninstall(folder: string, isRoot: boolean): Promise<number> {
  const all = await readInstalled(folder);
  let isComplete = true;
  for (const installed of all) {
    console.log(`${installed.name}:`);
    const remaining = installed.places.filter((place) => !undo(place, installed, isRoot));
    await writeInstalled(folder, { ...installed, places: remaining });
    if (remaining.length > 0) isComplete = false;
  }
  if (!isComplete) {
    throw new Failure("Not everything is undone: run `gatepool untrust` again after what is said.");
  }
  return all.length;
}

/** @returns whether nothing of it is there any more */
function undo(place: Place, installed: Installed, isRoot: boolean): boolean {
  const step = stepFor(place, installed);
  console.log(`${step.about}:`);
  if (!isTaken(step)) {
    console.log("  It is not there any more.");
    return true;
  }
  if (!step.asRoot || isRoot) return runAll(step.undo);
  console.log("  Only the administrator may undo that:");
  for (const command of step.undo) console.log(`    sudo ${written(command)}`);
  return false;
}
