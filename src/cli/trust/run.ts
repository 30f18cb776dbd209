import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Command, Step } from "./steps.ts";

/** Shows commands and runs them, until one fails; says which. */
export function runAll(commands: readonly Command[]): boolean {
  return commands.every((command) => {
    console.log(`  $ ${written(command)}`);
    const [program, ...args] = command;
    const { error, status, signal } = spawnSync(program, args, { stdio: "inherit" });
    if (status === 0) return true;
    const why = error?.message ?? `it ended with ${status ?? signal}`;
    console.error(`  This failed: ${why}`);
    return false;
  });
}

/** Whether a step was taken and not undone since, by whomever; in doubt it was. */
export function isTaken({ holder, listing }: Step): boolean {
  if (holder !== undefined && !existsSync(holder)) return false;
  if (!listing) return true;
  const [program, ...args] = listing.command;
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  // Older versions of Windows print fingerprints in groups.
  return (
    status !== 0 || stdout.replace(/\s/g, "").toLowerCase().includes(listing.text.toLowerCase())
  );
}

/** A command as one types it. */
export function written(command: Command, platform = process.platform): string {
  return command.map((word) => quoted(word, platform)).join(" ");
}

function quoted(word: string, platform: NodeJS.Platform): string {
  // Paths of Windows hold backslashes, and none of them a quote.
  if (platform === "win32") return /^[\w\\/.:,=-]+$/.test(word) ? word : `"${word}"`;
  return /^[\w/.:,=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
