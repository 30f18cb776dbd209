import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";

let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

test("who asks one thing after the other has one process, even if it returns slowly", async () => {
  const busy = "setImmediate(() => { const end = Date.now() + 8; while (Date.now() < end); })";
  const code = `export const handler = async () => { ${busy}; return process.pid; };`;
  await createFunction(server, "hello", { "app.mjs": code }, { Runtime: "nodejs22.x" });
  const pids = new Set<number>();
  for (let calls = 0; calls < 20; calls += 1) {
    pids.add((await invokeFunction(server, "hello")).result);
  }
  expect(pids.size).toBe(1);
});
