import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  expectUnharmed,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";

let server: FunctionsServer;
const megabyte = 1024 * 1024;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

const python = (code: string) => ({ "app.py": code });
const node = (code: string) => ({ "app.mjs": code });
const nodeSettings = { Runtime: "nodejs22.x", MemorySize: 256 } as const;

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
    await createFunction(server, name, files, { ...settings, Timeout: 1 });
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
    await expectUnharmed(server, before);
  });
});
