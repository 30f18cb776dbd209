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
  server = await start();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function start(): Promise<RunningGatepool> {
  const started = await startGatepool(["--data-dir", folder, "--example", "hello-cdk"]);
  const { stdout } = started.process;
  // It is ready before the stack is in place.
  while (stdout && !started.output().includes("See why:")) await once(stdout, "data");
  return started;
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
  server = await start();
  expect(server.output().match(/^ {2}(user pool|app client|user) .*$/gm)).toEqual(before);
  expect(/_api\/(\w+)\//.exec(server.output())?.[1]).toBe(api);
  expect((await curls())[0]).toContain("Hello from Lambda!");
});
