import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listen } from "../../../test/fixtures/listeners.ts";
import { temporaryServer } from "../../../test/fixtures/server.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { findOrStartServer } from "./server.ts";

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => rm(folder, { recursive: true }));

/** Without a name, and with this address as the usual one. */
const find = (usualUrl: string) =>
  findOrStartServer(undefined, {}, { dataDir: folder, credentials: [] }, usualUrl);

test("a server that runs at the usual address is used, and goes on", async () => {
  const running = await temporaryServer();
  const found = await find(running.url);
  expect(found.url).toBe(running.url);
  await found.close();
  expect((await fetch(`${running.url}/_gatepool/health`)).status).toBe(200);
  await running.close();
});

test("where none runs, one is started, and ended", async () => {
  const { url, authority, close } = await find("http://127.0.0.1:1");
  expect((await fetch(`${url}/_gatepool/health`)).status).toBe(200);
  expect(authority).toContain("BEGIN CERTIFICATE");
  await close();
  await expect(fetch(url)).rejects.toThrow();
});

test("another program at the usual address is left alone", async () => {
  const other = await listen(createServer((_, response) => response.end("{}")));
  const { url, close } = await find(`http://127.0.0.1:${other.port}`);
  expect(url).not.toContain(`:${other.port}`);
  await Promise.all([close(), other.close()]);
});

test("a server that cannot start is told", async () => {
  const running = await temporaryServer({ dataDir: join(folder, "used") });
  const own = { dataDir: join(folder, "used"), credentials: [] };
  const start = findOrStartServer(undefined, {}, own, "http://127.0.0.1:1");
  await expect(start).rejects.toThrow(/is in use by process \d+.*name it with --url/s);
  await running.close();
});
