import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { type RunningGatepool, startGatepool } from "../../../test/fixtures/gatepool.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";

let folder: string;
let running: RunningGatepool | undefined;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  await running?.kill();
  running = undefined;
  await rm(folder, { recursive: true });
});

async function start(...args: string[]): Promise<RunningGatepool> {
  running = await startGatepool(["--data-dir", folder, ...args]);
  return running;
}

/** Sends a signal, and waits for the end. */
async function end({ process }: RunningGatepool, signal: NodeJS.Signals) {
  const started = performance.now();
  process.kill(signal);
  const [code] = await once(process, "exit");
  return { code, seconds: (performance.now() - started) / 1000 };
}

test("it prints one line when it accepts connections", async () => {
  const { url, output } = await start();
  const answer = await fetch(`${url}/_gatepool/health`);
  expect(answer.status).toBe(200);
  expect(output()).toBe(`gatepool ready on ${url}\n`);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it cleanly", async (signal) => {
  const { code, seconds } = await end(await start(), signal);
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(5);
});

test("a connection that is held open does not hold it up", async () => {
  const server = await start();
  const { body } = await fetch(`${server.url}/_gatepool/health`);
  const { code, seconds } = await end(server, "SIGTERM");
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(5);
  await body?.cancel();
});

test("a port in use is told, with what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const { code, stdout, stderr } = await gatepool(["dev", "--port", port, "--data-dir", folder]);
  other.close();
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(
    `gatepool: Port ${port} on 127.0.0.1 is in use, perhaps by another Gatepool.\n` +
      "Stop that program, or take another port: gatepool dev --port " +
      `${Number(port) + 1} (0 takes a free one)\n`,
  );
});

test("an address that the machine has not is told", async () => {
  const args = ["dev", "--port", "0", "--host", "192.0.2.1", "--data-dir", folder];
  const { code, stderr } = await gatepool(args);
  expect(code).toBe(1);
  expect(stderr).toContain("This machine has no address 192.0.2.1");
});

test("a data folder that another server uses is told", async () => {
  await start();
  const { code, stderr } = await gatepool(["dev", "--port", "0", "--data-dir", folder]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^gatepool: Database \S+ is in use by process \d+/);
  expect(stderr).not.toContain("GATEPOOL_DEBUG");
});

test("a data folder that cannot be made is told", async () => {
  const dataDir = fileURLToPath(import.meta.url);
  const { code, stderr } = await gatepool(["dev", "--port", "0", "--data-dir", dataDir]);
  expect(code).toBe(1);
  expect(stderr).toContain(`gatepool: The data folder ${dataDir} cannot be made`);
});
