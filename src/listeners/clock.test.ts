import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryServer } from "../../test/fixtures/server.ts";

describe("/_gatepool/clock", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;

  beforeAll(async () => {
    server = await temporaryServer();
  });
  afterAll(() => server.close());

  const move = (body: string, init: RequestInit = {}) =>
    fetch(`${server.url}/_gatepool/clock`, { method: "POST", body, ...init });

  it.each([
    [""],
    ["{}"],
    ["null"],
    ['{"advanceMs":-1}'],
    ['{"advanceMs":"1"}'],
    ['{"advanceMs":1.5}'],
    ['{"advanceMs":1e15}'],
  ])("does not take %s", async (body) => {
    const answer = await move(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("advanceMs");
  });

  it("does not take other methods, nor other sites", async () => {
    expect((await move("{}", { method: "DELETE" })).status).toBe(405);
    const headers = { origin: "https://evil.example" };
    expect((await move('{"advanceMs":1000}', { headers })).status).toBe(403);
    const { aheadMs } = JSON.parse(await (await fetch(`${server.url}/_gatepool/clock`)).text());
    expect(aheadMs).toBe(0);
  });

  it("is not there in production", async () => {
    const production = await temporaryServer({ development: false });
    const answer = await fetch(`${production.url}/_gatepool/clock`);
    expect(answer.status).toBe(403);
    await production.close();
  });
});
