import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { createPoolWithUser } from "../../../test/fixtures/users.ts";
import type { Trace } from "../../diagnostics/trace.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;

beforeAll(async () => {
  server = await commandLineServer();
});

afterAll(() => server.close());

const why = (...args: string[]) => gatepool(["why", "--url", server.url, ...args]);

test("before anything was decided there is nothing to tell", async () => {
  const { code, stderr } = await why("--failed");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "gatepool: Nothing of that kind has been decided yet.\n",
  });
});

test("a refusal is told by its request id, and found as the last one", async () => {
  const { clientId } = await createPoolWithUser(server.clients.idp);
  const args = ["token", "--url", server.url, "--client-id", clientId, "--username", "ada"];
  const refused = await gatepool([...args, "--password", "Wrong-1234"]);
  const id = /gatepool why (\S+)/.exec(refused.stderr)?.[1] ?? "";
  const byId = await why(id);
  expect(byId).toMatchObject({ code: 0, stderr: "" });
  expect(byId.stdout).toMatch(/^AdminInitiateAuth/);
  expect(byId.stdout).toMatch(/\n400 NotAuthorizedException/);
  expect(byId.stdout).toMatch(/\n {2}✗ .*\n +expected .*\n +received .*\n +change .*/);
  expect(byId.stdout).not.toContain("Wrong-1234");
  expect((await why()).stdout).toBe(byId.stdout);
  expect((await why("--last")).stdout).toBe(byId.stdout);
  expect((await why("--failed")).stdout).toBe(byId.stdout);
});

test("--limit lists the newest first, --json gives what the server says", async () => {
  await gatepool(["token", "--url", server.url, "--username", "eve", "--password", "Wrong-1234"]);
  const list = await why("--limit", "2");
  expect(list.stdout.trim().split("\n")).toHaveLength(2);
  expect(list.stdout).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}400 {2}\S+ {2}AdminInitiateAuth/);
  const { traces }: { traces: Trace[] } = JSON.parse((await why("--limit", "2", "--json")).stdout);
  expect(traces).toHaveLength(2);
  expect(JSON.parse((await why("--json")).stdout)).toEqual(traces[0]);
});

test("a request that nobody remembers is told", async () => {
  const { code, stdout, stderr } = await why("absent");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("No trace absent");
});
