import { type ChildProcess, spawn } from "node:child_process";
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

async function npm(cwd: string, ...args: string[]): Promise<void> {
  const child = spawn("npm", args, { cwd, env: outside(), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`npm ${args.join(" ")} ended with ${code}:\n${output}`);
}

/** A group of its own, so that npx and what it starts end together. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, "exit");
  process.kill(-child.pid, "SIGTERM");
  await ended;
}

test("what is published runs where it is installed", { timeout: 120_000 }, async () => {
  await npm(root, "pack", "--pack-destination", folder);
  const [tarball = ""] = await readdir(folder);
  expect(tarball).toMatch(/^gatepool-\d+\.\d+\.\d+\.tgz$/);
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  await npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`);
  const args = ["gatepool", "dev", "--port", "0", "--data-dir", "state"];
  const child = spawn("npx", args, {
    cwd: folder,
    env: outside(),
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  try {
    const [line] = await once(child.stdout, "data");
    const url = /^gatepool ready on (\S+)\n$/.exec(String(line))?.[1];
    const answer = await fetch(`${url}/_gatepool/health`);
    expect(await answer.json()).toMatchObject({ status: "ok" });
  } finally {
    await stop(child);
  }
});
