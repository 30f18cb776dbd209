import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
  lambdaClient,
} from "../../../test/fixtures/functions.ts";

let server: FunctionsServer;
const megabyte = 1024 * 1024;
const isLinux = process.platform === "linux";

beforeAll(async () => {
  server = await functionsServer({ limits: { freezeAfterMs: 100 } });
  await createFunction(server, "bystander", {
    "app.py": "def handler(e, c):\n    return 'fine'\n",
  });
});
afterAll(() => server.close());

/** The server still serves, and holds no more memory than before. */
async function expectUnharmed(before: number) {
  expect((await invokeFunction(server, "bystander")).result).toBe("fine");
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that has ended and that nobody has asked about yet counts as gone.
  return !isLinux || !/^State:\s+Z/m.test(statusOf(pid));
}

function statusOf(pid: number): string {
  const file = `/proc/${pid}/status`;
  return existsSync(file) ? readFileSync(file, "utf8") : "State: Z";
}

const untilGone = (pid: number) =>
  vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5000, interval: 20 });

const python = (code: string) => ({ "app.py": code });
const node = (code: string) => ({ "app.mjs": code });
const nodeSettings = { Runtime: "nodejs22.x", MemorySize: 256 } as const;

describe("a function that never comes back", () => {
  test.each([
    ["Python", "loop-py", python("def handler(e, c):\n    while True: pass\n"), {}],
    ["Node.js", "loop-js", node("export const handler = () => { for (;;); }"), nodeSettings],
    ["waiting", "wait-py", python("import time\ndef handler(e, c):\n    time.sleep(99)\n"), {}],
  ])("%s", async (_, name, files, settings) => {
    const before = process.memoryUsage().rss;
    await createFunction(server, name, files, { ...settings, Timeout: 1 });
    const { error, result, log, requestId, status } = await invokeFunction(server, name);
    expect({ status, error }).toEqual({ status: 200, error: "Unhandled" });
    expect(result).toEqual({
      errorType: "Sandbox.Timedout",
      errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
    });
    expect(log).toMatch(new RegExp(`Z ${requestId} Task timed out after 1.00 seconds\n`));
    expect(log).toMatch(/Status: timeout\t\n$/);
    await expectUnharmed(before);
  });

  test("and the next event gets another process", async () => {
    const code =
      "import time, os\ndef handler(e, c):\n    if e: time.sleep(99)\n    return os.getpid()\n";
    await createFunction(server, "once", python(code), { Timeout: 1 });
    const first = (await invokeFunction(server, "once")).result;
    expect((await invokeFunction(server, "once")).result).toBe(first);
    expect((await invokeFunction(server, "once", { wait: true })).error).toBe("Unhandled");
    await untilGone(first);
    expect((await invokeFunction(server, "once")).result).not.toBe(first);
  });
});

describe("a crash", () => {
  test.each([
    ["an exit", "os._exit(3)", "exit status 3"],
    ["a signal", "os.kill(os.getpid(), 11)", "signal: segmentation fault"],
    ["an abort", "os.abort()", "signal: aborted"],
  ])("%s", async (_, statement, message) => {
    const name = `crash-${message.replace(/\W/g, "")}`;
    const code = `import os\ndef handler(e, c):\n    print('last words')\n    if e: ${statement}\n`;
    await createFunction(server, name, python(code));
    await invokeFunction(server, name);
    const { error, result, log, requestId } = await invokeFunction(server, name, { crash: true });
    expect(error).toBe("Unhandled");
    const errorMessage = `RequestId: ${requestId} Error: Runtime exited with error: ${message}`;
    expect(result).toEqual({ errorType: "Runtime.ExitError", errorMessage });
    expect(log).toContain("last words\n");
    expect(log).toContain(`${errorMessage}\nRuntime.ExitError\n`);
    expect((await invokeFunction(server, name)).error).toBeUndefined();
  });
});

describe("endless output", () => {
  test.each([
    [
      "Python",
      "flood-py",
      python(`
def handler(e, c):
    while True: print('x' * 1000)
`),
      {},
    ],
    [
      "Node.js",
      "flood-js",
      node(`
export const handler = () => { for (;;) console.log("x".repeat(1000)); }
`),
      nodeSettings,
    ],
    [
      "without an end of line",
      "flood-line",
      python(`
import sys
def handler(e, c):
    while True: sys.stdout.write('x' * 100000)
`),
      {},
    ],
    [
      "from a child that outlives the run",
      "flood-child",
      python(`
import subprocess
def handler(e, c):
    subprocess.Popen(['/bin/sh', '-c', 'yes flood'])
    while True: pass
`),
      {},
    ],
  ])("%s", async (_, name, files, settings) => {
    const before = process.memoryUsage().rss;
    await createFunction(server, name, files, { ...settings, Timeout: 2 });
    const { error } = await invokeFunction(server, name);
    expect(error).toBe("Unhandled");
    const group = { tenant: { account: "000000000000", region: "us-east-1" } };
    const kept = await server.functions.logs.tail(
      { ...group, name: `/aws/lambda/${name}` },
      99_999,
    );
    const bytes = kept.reduce((sum, { message }) => sum + message.length, 0);
    expect(bytes).toBeLessThan(2.5 * megabyte);
    expect(kept.some(({ message }) => message.startsWith("[log truncated"))).toBe(true);
    await expectUnharmed(before);
  });
});

describe.runIf(isLinux)("too much memory", () => {
  test.each([
    [
      "Python",
      "hog-py",
      python(`
def handler(e, c):
    hold = []
    while True: hold.append(bytearray(5_000_000))
`),
      { MemorySize: 128 },
    ],
    [
      "Node.js, outside of its heap",
      "hog-js",
      node(`
export const handler = async () => { const hold = []; for (;;) hold.push(Buffer.alloc(5e6, 1)); }
`),
      nodeSettings,
    ],
    [
      "in a child",
      "hog-child",
      python(`
import subprocess, sys
def handler(e, c):
    subprocess.run([sys.executable, '-c', 'x = bytearray(400_000_000)\\nwhile True: pass'])
`),
      { MemorySize: 128 },
    ],
    [
      "while loading",
      "hog-init",
      python("x = bytearray(400_000_000)\nwhile True: pass\n"),
      { MemorySize: 128 },
    ],
  ])("%s", async (_, name, files, settings) => {
    const before = process.memoryUsage().rss;
    await createFunction(server, name, files, { ...settings, Timeout: 20 });
    const { error, result, requestId } = await invokeFunction(server, name);
    expect(error).toBe("Unhandled");
    expect(result).toEqual({
      errorType: "Runtime.OutOfMemory",
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    });
    await expectUnharmed(before);
  });

  test("memory that forks share counts once", async () => {
    const code = `
import os, time
def handler(e, c):
    hold = bytearray(60_000_000)
    children = [os.fork() for _ in range(1)]
    if 0 in children: time.sleep(0.5); os._exit(0)
    time.sleep(0.5)
    return 'fine'
`;
    await createFunction(server, "forks", python(code), { MemorySize: 128 });
    expect((await invokeFunction(server, "forks")).result).toBe("fine");
  });

  test("a heap that is full", async () => {
    const code = "export const handler = async () => { const a = []; for (;;) a.push({ a }); }";
    await createFunction(server, "heap", node(code), { ...nodeSettings, Timeout: 20 });
    const { error, result } = await invokeFunction(server, "heap");
    expect(error).toBe("Unhandled");
    expect(result.errorType).toMatch(/^Runtime\.(OutOfMemory|ExitError)$/);
  });
});

describe("processes that a function starts", () => {
  test("end with it, when it is timed out", async () => {
    const code = `
import subprocess, time
def handler(e, c):
    children = [subprocess.Popen(['sleep', '99']).pid for _ in range(50)]
    print('children', *children, flush=True)
    time.sleep(99)
`;
    await createFunction(server, "parent", python(code), { Timeout: 1 });
    const { log } = await invokeFunction(server, "parent");
    const children = /children ([\d ]+)/.exec(log)?.[1]?.split(" ").map(Number) ?? [];
    expect(children).toHaveLength(50);
    for (const child of children) await untilGone(child);
  });

  test.runIf(isLinux)("are limited in number", async () => {
    const code = `
import os, time
def handler(e, c):
    for _ in range(1500):
        if os.fork() == 0:
            time.sleep(99)
    time.sleep(99)
`;
    const before = process.memoryUsage().rss;
    await createFunction(server, "forker", python(code), { Timeout: 20, MemorySize: 2048 });
    const { result } = await invokeFunction(server, "forker");
    expect(result.errorType).toBe("Runtime.ExitError");
    await expectUnharmed(before);
  });
});

test("an answer that is too large", async () => {
  const before = process.memoryUsage().rss;
  const code = "import os\ndef handler(e, c):\n    return [os.getpid(), 'x' * e.get('size', 0)]\n";
  await createFunction(server, "large", python(code), { MemorySize: 512 });
  const [pid] = (await invokeFunction(server, "large")).result;
  const { error, result } = await invokeFunction(server, "large", { size: 30_000_000 });
  expect(error).toBe("Unhandled");
  expect(result.errorType).toBe("Function.ResponseSizeTooLarge");
  expect(result.errorMessage).toMatch(
    /^Response payload size \(300000\d\d bytes\) exceeded maximum allowed payload size \(6291556 b/,
  );
  expect((await invokeFunction(server, "large")).result[0]).toBe(pid);
  await expectUnharmed(before);
});

test.runIf(isLinux)("without work it is frozen, and woken by the next event", async () => {
  const code = `
import os, threading, time
def spin():
    while True: time.sleep(0.001)
threading.Thread(target=spin, daemon=True).start()
def handler(e, c):
    return os.getpid()
`;
  await createFunction(server, "spinner", python(code));
  const { result: pid } = await invokeFunction(server, "spinner");
  await vi.waitFor(() => expect(statusOf(pid)).toMatch(/^State:\s+T/m), { interval: 20 });
  expect((await invokeFunction(server, "spinner")).result).toBe(pid);
});

describe("when the server ends", () => {
  const code = `
import os, subprocess
child = subprocess.Popen(['sleep', '99']).pid
def handler(e, c):
    print('pids', os.getpid(), child, flush=True)
    while e: pass
    return [os.getpid(), child]
`;

  test("all of its functions' processes end", async () => {
    const other = await functionsServer();
    await createFunction(other, "short-lived", python(code));
    const { result: pids } = await invokeFunction(other, "short-lived");
    const looping = invokeFunction(other, "short-lived", { loop: true }).catch(() => {});
    await other.close();
    await looping;
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
  });

  test.each([
    ["idle", {}],
    ["in an endless loop", { loop: true }],
  ])("also when it is killed: %s", async (_, event) => {
    const script = fileURLToPath(
      new URL("../../../test/fixtures/functions-process.ts", import.meta.url),
    );
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(createInterface(child.stdout), "line");
    const [url = "", folder = ""] = String(line).split(" ");
    const killed = { lambda: lambdaClient(url) };
    try {
      await createFunction(killed, "orphan", python(code), { Timeout: 60 });
      const { result: pids } = await invokeFunction(killed, "orphan");
      const running = invokeFunction(killed, "orphan", event).catch(() => {});
      if (!("loop" in event)) await running;
      child.kill("SIGKILL");
      await once(child, "exit");
      for (const pid of pids) await untilGone(pid);
    } finally {
      killed.lambda.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
