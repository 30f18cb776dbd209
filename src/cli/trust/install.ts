import { Failure } from "../failure.ts";
import type { Authority } from "./authority.ts";
import { type Facts, type Place, placesFor } from "./places.ts";
import { keepCertificate, readInstalled, writeInstalled } from "./record.ts";
import { runAll, written } from "./run.ts";
import { type Step, stepFor } from "./steps.ts";

/** What became of a step: it was taken, it failed, or it is left to the person. */
type Outcome = "done" | "failed" | "left";

/**
 * Has the browsers and the system of this machine trust an authority, as far as this user may.
 *
 * @param folder where it is written down
 * @throws Failure when a step failed, or when all are left to the person
 */
export async function install(authority: Authority, facts: Facts, folder: string): Promise<void> {
  const subject = await keepCertificate(folder, authority);
  const outcomes: Outcome[] = [];
  for (const place of placesFor(facts)) {
    const step = stepFor(place, subject);
    console.log(`${step.about}:`);
    // Before it is done: an end in between leaves nothing behind that nobody knows of.
    const note = () => writeDown(folder, authority, place, subject.file);
    outcomes.push(await take(step, facts, note));
  }
  if (outcomes.includes("failed")) {
    throw new Failure(
      "Not every step succeeded. It may be repeated; `gatepool untrust` undoes it.",
    );
  }
  if (!outcomes.includes("done")) throw new Failure("Nothing was done: see what is missing above.");
  console.log("Done. Browsers that run have to be started again. `gatepool untrust` undoes it.");
}

async function take(step: Step, facts: Facts, note: () => Promise<void>): Promise<Outcome> {
  const { asRoot, commands } = step;
  if (commands.some(([program]) => program === "certutil") && !facts.hasCertutil) {
    console.log(`  ${certutilMissing}`);
    return "left";
  }
  await note();
  if (!asRoot || facts.isRoot) return runAll(commands) ? "done" : "failed";
  console.log("  Only the administrator may do that. If you want it:");
  for (const command of commands) console.log(`    sudo ${written(command)}`);
  return "left";
}

/** What to do where the databases of browsers cannot be changed. */
export const certutilMissing =
  "certutil is missing. Install libnss3-tools (apt), nss-tools (dnf) or nss (pacman).";

/** What an authority is in already stays written down. */
async function writeDown(
  folder: string,
  { alias, sha1, name }: Authority,
  place: Place,
  file: string,
): Promise<void> {
  const before = (await readInstalled(folder)).find((each) => each.alias === alias)?.places ?? [];
  const isSame = (other: Place) => JSON.stringify(other) === JSON.stringify(place);
  const places = [...before.filter((other) => !isSame(other)), place];
  await writeInstalled(folder, { alias, sha1, name, file, places });
}
