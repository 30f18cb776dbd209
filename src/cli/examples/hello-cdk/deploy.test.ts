import { execFile } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningGatepool, startGatepool } from "../../../../test/fixtures/gatepool.ts";
import { temporaryFolder } from "../../../../test/fixtures/storage.ts";

let folder: string;
let server: RunningGatepool;

beforeAll(async () => {
  folder = await temporaryFolder();
  await start();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Waits for the stack, which is in place some time after the server is ready. */
async function start(): Promise<void> {
  server = await startGatepool(["--data-dir", folder, "--example", "hello-cdk"]);
  const { stdout } = server.process;
  const ended = once(server.process, "exit").then(() => {
    throw new Error(`the server ended:\n${server.output()}`);
  });
  while (stdout && !server.output().includes("See why:")) {
    await Promise.race([once(stdout, "data"), ended]);
  }
  ended.catch(() => {});
}

/** The lines to paste, run by a shell as a person would. */
async function curls(): Promise<string[]> {
  const lines = server.output().match(/^ {2}curl .*$/gm) ?? [];
  const bin = `"${process.execPath}" bin/gatepool.js`;
  const outputs = lines.map((line) =>
    promisify(execFile)("sh", ["-c", line.replace("npx gatepool", bin)]),
  );
  return (await Promise.all(outputs)).map(({ stdout }) => stdout);
}

test("the first curl command that it prints is let through, the second is not", async () => {
  const [withToken, without] = await curls();
  expect(withToken).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(withToken).toContain("Hello from Lambda!");
  expect(without).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
});

test("a second start finds everything and keeps it", async () => {
  const before = server.output().match(/^ {2}(user pool|app client|user) .*$/gm);
  const api = /_api\/(\w+)\//.exec(server.output())?.[1];
  await server.stop();
  await start();
  expect(server.output().match(/^ {2}(user pool|app client|user) .*$/gm)).toEqual(before);
  expect(/_api\/(\w+)\//.exec(server.output())?.[1]).toBe(api);
  expect((await curls())[0]).toContain("Hello from Lambda!");
});
