import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../foundation/random.ts";

/**
 * Makes the folder that holds what this server's functions need while it runs: unpacked code and
 * working folders. All of it can be made again, so what a server left behind that was killed is
 * removed here.
 */
export function openRunFolder(parent: string, random: Random): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(parent)) {
    const pid = Number(/^(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
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
