import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "./fixtures/storage.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true }));

/** The environment of a person in an empty folder: nothing of this project, nor of npm's run. */
function outside(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)|INIT_CWD)/;
  const entries = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const path = (process.env.PATH ?? "").split(delimiter);
  const PATH = path.filter((each) => !each.includes("node_modules")).join(delimiter);
  return { ...Object.fromEntries(entries), PATH };
}

/** Starts a program in a group of its own, so that it ends together with all that it started. */
function start(cwd: string, command: string, ...args: string[]) {
  const child = spawn(command, args, {
    ...{ cwd, env: outside(), detached: true },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close");
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return {
    /** What it prints until `pattern` is there, or until its end, which has to be a good one. */
    async printed(pattern?: RegExp): Promise<string> {
      while (!pattern?.test(output)) {
        const [code] = await Promise.race([closed, once(child.stdout, "data")]);
        if (code === 0) return output;
        if (typeof code === "number") throw new Error(`${command} failed:\n${output}${errors}`);
      }
      return output;
    },
    async stop(): Promise<void> {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await closed;
    },
  };
}

function npm(cwd: string, ...args: string[]): Promise<string> {
  return start(cwd, "npm", ...args).printed();
}

test("what is published runs where it is installed", { timeout: 120_000 }, async () => {
  await npm(root, "pack", "--pack-destination", folder);
  const [tarball = ""] = await readdir(folder);
  expect(tarball).toMatch(/^gatepool-\d+\.\d+\.\d+\.tgz$/);
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  await npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`);
  const args = ["gatepool", "dev", "--port", "0", "--data-dir", "state", "--example", "hello-cdk"];
  const server = start(folder, "npx", ...args);
  try {
    const printed = await server.printed(/^The first is let through/m);
    expect(printed).toMatch(/^gatepool ready on http:\/\/127\.0\.0\.1:\d+\n/);
    const [withToken = "", withoutToken = ""] = printed.match(/^ {2}curl .*$/gm) ?? [];
    expect(await start(folder, "sh", "-c", withToken).printed()).toContain("Hello from Lambda!");
    expect(await start(folder, "sh", "-c", withoutToken).printed()).toContain("401 Unauthorized");
  } finally {
    await server.stop();
  }
});
