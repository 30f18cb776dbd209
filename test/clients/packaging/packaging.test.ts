// What is published works where only it is: packed, installed into an empty folder with the
// machine's own Node.js and npm, and started by its command.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const readyWithinMs = 60_000;
const endedWithinMs = 5_000;

/** As a user's shell has it: nothing of this repository on the path, nothing of npm's own. */
const environment = Object.fromEntries(
  Object.entries(process.env)
    .filter(([name]) => !name.toLowerCase().startsWith("npm_"))
    .map(([name, value = ""]) => [name, name === "PATH" ? withoutModules(value) : value]),
);

let folder = "";

before(() => {
  folder = mkdtempSync(join(tmpdir(), "gatepool-packed-"));
  const inRepository = { cwd: repository, stdio: "inherit" as const };
  execFileSync("npm", ["pack", "--pack-destination", folder], inRepository);
  const packed = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  assert.equal(packed.length, 1);
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const inFolder = { cwd: folder, env: environment, stdio: "inherit" as const };
  execFileSync("npm", ["install", "--no-audit", "--no-fund", `./${packed[0]}`], inFolder);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the package holds what runs, and neither sources nor tests", () => {
  const packed = join(folder, "node_modules", "gatepool");
  const files = readdirSync(packed, { recursive: true, encoding: "utf8" });
  const own = files.filter((file) => !file.startsWith("node_modules"));
  assert.ok(own.includes(join("dist", "cli", "main.js")));
  assert.ok(own.includes("LICENSE"));
  assert.deepEqual(
    own.filter((file) => /\.ts$|\.test\.|^test/.test(file)),
    [],
  );
});

test("it starts, serves the example, and ends when told to", async () => {
  const server = spawn(
    "npx",
    ["gatepool", "dev", "--port", "0", "--data-dir", "data", "--example", "hello-cdk"],
    { cwd: folder, env: environment, stdio: ["ignore", "pipe", "inherit"], detached: true },
  );
  try {
    const said = await untilSaid(server, /curl -i (\S+) -H .*\n.*curl -i \S+\n/);
    const [, address = ""] = /gatepool ready on (\S+)/.exec(said) ?? [];
    const health = await fetch(`${address}/_gatepool/health`);
    assert.equal(health.status, 200);

    const [, hello = "", command = ""] = /curl -i (\S+) -H "[^"]*\$\((.*)\)"/.exec(said) ?? [];
    const inFolder = { cwd: folder, env: environment, encoding: "utf8" as const };
    const token = execFileSync("sh", ["-c", command], inFolder).trim();
    const allowed = await fetch(hello, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(await allowed.text(), '"Hello from Lambda!"');
    assert.equal((await fetch(hello)).status, 401);
  } finally {
    await end(server);
  }
});

/** Everything that it has said by the time it says this. */
function untilSaid(server: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`${why}. It said:\n${said}`));
    const timer = setTimeout(() => fail("it is not ready"), readyWithinMs);
    server.once("exit", (code) => fail(`it ended with ${code}`));
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (!wanted.test(said)) return;
      clearTimeout(timer);
      resolve(said);
    });
  });
}

/** As Ctrl-C does: the signal goes to npx and to all that it started, and all of them end. */
async function end(server: ChildProcess): Promise<void> {
  const { pid } = server;
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(-pid, "SIGTERM");
  const deadline = Date.now() + endedWithinMs;
  while (isAlive(pid) && Date.now() < deadline) await pause(50);
  if (!isAlive(pid)) return;
  process.kill(-pid, "SIGKILL");
  assert.fail("it did not end within 5 seconds");
}

/** Whether anything of its group is left. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

function withoutModules(path: string): string {
  const folders = path.split(delimiter);
  return folders.filter((each) => !/node_modules|node-gyp-bin/.test(each)).join(delimiter);
}
