import { rm } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { Failure } from "../failure.ts";
import { readOrEmpty, replaceFile } from "../text-file.ts";
import type { Authority } from "./authority.ts";
import { isPlace, type Place } from "./places.ts";
import type { Subject } from "./steps.ts";

/** An authority that was installed, and where: all that is needed to undo it. */
export interface Installed extends Subject {
  readonly name: string;
  readonly places: readonly Place[];
}

/** Where it is written down what `gatepool trust --install` did. */
export function stateFolder(
  { platform, env }: { platform: NodeJS.Platform; env: NodeJS.ProcessEnv } = process,
  home = homedir(),
): string {
  if (platform === "darwin") return join(home, "Library", "Application Support", "gatepool");
  if (platform === "win32") {
    return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "gatepool");
  }
  return join(env.XDG_STATE_HOME || join(home, ".local", "state"), "gatepool");
}

/** @throws Failure when somebody has changed it to what Gatepool does not write */
export async function readInstalled(folder: string): Promise<Installed[]> {
  const file = join(folder, "trust.json");
  const text = await readOrEmpty(file);
  if (text === "") return [];
  const malformed = new Failure(
    `${file} is not as \`gatepool trust\` writes it, so nothing is undone by it.`,
  );
  let installed: Installed[];
  try {
    ({ installed } = JSON.parse(text));
  } catch {
    throw malformed;
  }
  if (!Array.isArray(installed) || !installed.every((each) => isInstalled(each))) throw malformed;
  return installed;
}

/** Its values become arguments of commands. */
function isInstalled({ alias, sha1, file, places }: Installed): boolean {
  return (
    /^gatepool-[0-9a-f]{16}$/.test(alias) &&
    /^[0-9A-F]{2}(:[0-9A-F]{2}){19}$/.test(sha1) &&
    isAbsolute(file) &&
    Array.isArray(places) &&
    places.every(isPlace)
  );
}

/** Replaces what is written down about one authority; one without places is forgotten. */
export async function writeInstalled(folder: string, changed: Installed): Promise<void> {
  const others = (await readInstalled(folder)).filter(({ alias }) => alias !== changed.alias);
  const installed = changed.places.length === 0 ? others : [...others, changed];
  const file = join(folder, "trust.json");
  if (installed.length === 0) await rm(file, { force: true });
  else await replaceFile(file, `${JSON.stringify({ installed }, undefined, 2)}\n`);
  if (changed.places.length === 0) await rm(changed.file, { force: true });
}

/** Keeps the certificate, which some places want to see again when it is taken out. */
export async function keepCertificate(folder: string, authority: Authority): Promise<Subject> {
  const { alias, sha1, certificate } = authority;
  const file = join(folder, `${alias}.pem`);
  await replaceFile(file, certificate);
  return { alias, sha1, file };
}
