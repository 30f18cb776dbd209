import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  createFunction,
  expectUnharmed,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";
import { isLinux, statusOf, untilGone } from "../../../test/fixtures/processes.ts";

let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer({ limits: { freezeAfterMs: 100 } });
});
afterAll(() => server.close());

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
    await expectUnharmed(server, before);
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
  await expectUnharmed(server, before);
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
