import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../test/fixtures/command-line-server.ts";
import { createHelloStack, type HelloStack } from "../../test/fixtures/hello-stack.ts";
import { createUser, signIn } from "../../test/fixtures/users.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;
let stack: HelloStack;

beforeAll(async () => {
  server = await commandLineServer();
  stack = await createHelloStack(server.clients);
  await createUser(server.clients.idp, stack.poolId);
});
afterAll(() => server.close());

const clock = (...args: string[]) => gatepool(["clock", "--url", server.url, ...args]);

test("it shows the time, and moves it forward", async () => {
  expect((await clock()).stdout).toMatch(/^20\d\d-.*Z \(as this machine's\)\n$/);
  expect((await clock("+2h")).stdout).toMatch(/^20\d\d-.*Z \(2h ahead\)\n$/);
  expect((await clock("+30m")).stdout).toMatch(/\(2h 30m ahead\)/);
});

test("tokens that lasted a day are worth nothing after it", async () => {
  const { id } = await signIn(server.clients.idp, stack.poolId, stack.clientId);
  const call = () =>
    fetch(`${server.url}/_api/${stack.apiId}/api/hello`, { headers: { authorization: id } });
  expect((await call()).status).toBe(200);
  expect((await clock("+1d1s")).code).toBe(0);
  const late = await call();
  expect(late.status).toBe(401);
  expect(late.headers.get("www-authenticate")).toContain("the token has expired");
  const fresh = await signIn(server.clients.idp, stack.poolId, stack.clientId);
  expect(fresh.id).not.toBe(id);
});

test.each([["2h"], ["-2h"], ["+2"], ["+soon"]])(
  "%s is refused with what to write",
  async (text) => {
    const { code, stderr } = await clock("--", text);
    expect(code).toBe(2);
    expect(stderr).toContain("write + and a time, such as +2h");
  },
);

test("further than ten years is refused", async () => {
  const { code, stderr } = await clock("+4000d");
  expect(code).toBe(1);
  expect(stderr).toContain("at most ten years ahead");
});
