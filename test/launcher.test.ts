import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "./fixtures/gatepool.ts";
import { temporaryFolder } from "./fixtures/storage.ts";

const program = fileURLToPath(new URL("../bin/gatepool.js", import.meta.url));

/** A Node.js of the machine itself that is too old for Gatepool, if it has one. */
async function findOldNode(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const candidate = join(folder, "node");
    if (folder.includes("node_modules") || !existsSync(candidate)) continue;
    const { stdout } = await run(candidate, ["--version"]);
    const major = Number.parseInt(stdout.slice(1), 10);
    if (major >= 20 && major < 26) return candidate;
  }
  return undefined;
}

const oldNode = await findOldNode();

test.skipIf(!oldNode)("an older Node hands over to the pinned one", async () => {
  const { code, stdout } = await run(oldNode ?? "", [program, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: gatepool/);
});

test.skipIf(!oldNode)("the exit code comes through", async () => {
  expect(await run(oldNode ?? "", [program, "nope"])).toMatchObject({ code: 2, stdout: "" });
});

test.skipIf(!oldNode)("a signal comes through, and the server ends cleanly", async () => {
  const folder = await temporaryFolder();
  const args = [program, "dev", "--port", "0", "--data-dir", folder];
  const child = spawn(oldNode ?? "", args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  expect(String(line)).toMatch(/^gatepool ready on http:\/\/127\.0\.0\.1:\d+\n$/);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  await rm(folder, { recursive: true });
});
