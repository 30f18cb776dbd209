import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  expectUnharmed,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";
import { isLinux, untilGone } from "../../../test/fixtures/processes.ts";

let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

const python = (code: string) => ({ "app.py": code });
const node = (code: string) => ({ "app.mjs": code });
const nodeSettings = { Runtime: "nodejs22.x", MemorySize: 256 } as const;

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
    await expectUnharmed(server, before);
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
    await expectUnharmed(server, before);
  });
});
