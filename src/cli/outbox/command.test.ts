import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { signUpPool } from "../../../test/fixtures/sign-up.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;

beforeAll(async () => {
  server = await commandLineServer();
});

afterAll(() => server.close());

const outbox = (...args: string[]) => gatepool(["outbox", "--url", server.url, ...args]);

test("before anybody was written to there is nothing to show", async () => {
  const { code, stderr } = await outbox();
  expect({ code, stderr }).toEqual({ code: 1, stderr: "gatepool: There are no such messages.\n" });
});

test("messages are shown newest first, or those to one address", async () => {
  const { signUp } = await signUpPool(server.clients.idp);
  await signUp("ada");
  await signUp("bob");
  const all = await outbox();
  expect(all).toMatchObject({ code: 0, stderr: "" });
  expect(all.stdout).toMatch(/EMAIL to bob@example\.com .*\n {2}Your verification code\n/);
  expect(all.stdout.indexOf("to bob@")).toBeLessThan(all.stdout.indexOf("to ada@"));
  const toAda = await outbox("--to", "ada@example.com");
  expect(toAda.stdout).toContain("sign-up of ada in ");
  expect(toAda.stdout).not.toContain("bob");
  expect((await outbox("--last")).stdout).toContain("to bob@");
  expect((await outbox("--limit", "1")).stdout).not.toContain("ada");
});

test("--json gives what the server says", async () => {
  const last = JSON.parse((await outbox("--last", "--json")).stdout);
  expect(last).toMatchObject({ to: "bob@example.com", medium: "EMAIL", purpose: "sign-up" });
  expect(JSON.parse((await outbox("--json")).stdout).messages).toHaveLength(2);
});

test("what is no number of messages is told", async () => {
  expect(await outbox("--limit", "many")).toMatchObject({ code: 2 });
  const answer = await fetch(`${server.url}/_gatepool/outbox?limit=0`);
  expect(answer.status).toBe(400);
  const written = await fetch(`${server.url}/_gatepool/outbox`, { method: "POST" });
  expect(written.status).toBe(405);
});
