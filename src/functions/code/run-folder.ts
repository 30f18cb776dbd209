import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../foundation/random.ts";
import { removeReadOnly } from "./removal.ts";

/**
 * Makes the folder that holds what this server's functions need while it runs: unpacked code and
 * working folders. All of it can be made again, so what a server left behind that was killed is
 * removed here.
 */
export function openRunFolder(parent: string, random: Random): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(parent)) {
    const pid = Number(/^(\d+)-/.exec(name)?.[1]);
    // In no hurry, and without harm when it fails: the next start tries again.
    if (pid && !isAlive(pid)) removeReadOnly(join(parent, name)).catch(() => {});
  }
  const folder = join(parent, `${process.pid}-${random.bytes(6).toString("hex")}`);
  for (const part of ["code", "work"]) mkdirSync(join(folder, part), { recursive: true });
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
