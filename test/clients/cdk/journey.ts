import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { App } from "./app.ts";

const gatepool = fileURLToPath(new URL("../../../bin/gatepool.js", import.meta.url));

/** Commands within `gatepool exec`, which AWS's own names lead to the server. */
export function execCommand(url: string, ...command: string[]): string[] {
  return [process.execPath, gatepool, "exec", "--url", url, "--", ...command];
}

/** Runs the example's journey.sh. Resolves to what the API has answered to its two calls. */
export async function goJourney(app: App, url: string): Promise<string[]> {
  const { code, stdout, stderr } = await app.run(execCommand(url, "sh", "journey.sh"));
  expect(code, stdout + stderr).toBe(0);
  return stdout.trimEnd().split("\n").slice(-2);
}
