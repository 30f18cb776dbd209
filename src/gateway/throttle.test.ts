import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  functionRoute,
  newIssuer,
  noon,
  type ServedGateway,
  serveGateway,
  stagePlan,
} from "../../test/fixtures/gateway.ts";
import { compileThrottles, Throttle } from "./throttle.ts";

describe("a bucket", () => {
  test("gives its burst at once, and then as much as comes back", () => {
    const throttle = new Throttle({ ratePerSecond: 2, burst: 3 });
    const passed = (now: number, tries: number) =>
      Array.from({ length: tries }, () => throttle.take(now)).filter(Boolean).length;
    expect(passed(noon, 10)).toBe(3);
    expect(throttle.waitMs).toBe(500);
    expect(passed(noon + 499, 10)).toBe(0);
    expect(throttle.waitMs).toBe(1);
    expect(passed(noon + 500, 10)).toBe(1);
    expect(passed(noon + 60_000, 10)).toBe(3);
  });

  test("counts fractions, however often it is asked", () => {
    const throttle = new Throttle({ ratePerSecond: 0.5, burst: 1 });
    let passed = 0;
    for (let at = noon; at < noon + 10_000; at += 10) if (throttle.take(at)) passed++;
    expect(passed).toBe(5);
  });

  test("gives nothing when the clock is set back", () => {
    const throttle = new Throttle({ ratePerSecond: 1, burst: 1 });
    expect(throttle.take(noon)).toBe(true);
    expect(throttle.take(noon - 60_000)).toBe(false);
  });

  test.each([
    { ratePerSecond: 0, burst: 10 },
    { ratePerSecond: 10, burst: 0 },
  ])("of %o never gives anything", (plan) => {
    const throttle = new Throttle(plan);
    expect(throttle.take(noon)).toBe(false);
    expect(throttle.take(noon + 1e9)).toBe(false);
    expect(throttle.waitMs).toBe(Number.POSITIVE_INFINITY);
  });

  test("lives on where its limit is what it was", () => {
    const limit = { ratePerSecond: 1, burst: 1 };
    const route = (burst: number) => functionRoute("GET /a", { throttle: { ...limit, burst } });
    const before = compileThrottles([route(1)]);
    expect(compileThrottles([route(1)], before).get("GET /a")).toBe(before.get("GET /a"));
    expect(compileThrottles([route(2)], before).get("GET /a")?.plan.burst).toBe(2);
    expect(compileThrottles([functionRoute("GET /a")], before).size).toBe(0);
  });
});

describe("over HTTP", () => {
  const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA");
  const twice = { ratePerSecond: 1, burst: 2 };
  const routes = [
    functionRoute("GET /free"),
    functionRoute("GET /twice", { throttle: twice }),
    functionRoute("GET /other", { throttle: twice }),
    functionRoute("GET /shut", { throttle: { ratePerSecond: 0, burst: 0 } }),
    functionRoute("GET /guarded", { throttle: twice, authorizer: pool.authorizer }),
  ];
  let served: ServedGateway;

  beforeAll(async () => {
    served = await serveGateway([{ routes }], {
      localKeys: async () => pool.keySet,
      invoke: async () => ({ kind: "answered", payload: '"ok"' }),
    });
  });
  afterAll(() => served.close());
  beforeEach(() => {
    served.plans.replaceApi("api1", []);
    served.plans.replaceApi("api1", [stagePlan({ routes })]);
  });

  const get = (path: string) => fetch(`${served.url}${path}`);
  const statuses = async (path: string, times: number) => {
    const found: number[] = [];
    for (let index = 0; index < times; index++) found.push((await get(path)).status);
    return found;
  };

  test("what is too much is answered with 429, and the trace tells the limit", async () => {
    expect(await statuses("/twice", 3)).toEqual([200, 200, 429]);
    const refused = await get("/twice");
    expect(await refused.text()).toBe('{"message":"Too Many Requests"}');
    const { outcome, steps } = served.traceOf(refused);
    expect(outcome).toEqual({ status: 429, text: "GET /twice was called too often" });
    expect(steps.at(-1)?.reason).toEqual({
      check: "throttling",
      expected: "at most 1 requests a second, 2 at once",
      received: "one more",
      change:
        "wait 1000 ms, or raise throttlingRateLimit and throttlingBurstLimit of stage $default",
    });
    served.now += 1000;
    expect(await statuses("/twice", 2)).toEqual([200, 429]);
  });

  test("each route has its own bucket, and a route without a limit none", async () => {
    await statuses("/twice", 3);
    expect(await statuses("/other", 1)).toEqual([200]);
    expect(await statuses("/free", 4)).toEqual([200, 200, 200, 200]);
  });

  test("of 50 requests at once, as many pass as the burst lets", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => get("/twice")));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(2);
  });

  test("a limit of nothing shuts the route", async () => {
    const refused = await get("/shut");
    expect(refused.status).toBe(429);
    expect(served.traceOf(refused).outcome.text).toContain("let nothing through");
  });

  test("who may not call a route does not use it up", async () => {
    expect(await statuses("/guarded", 3)).toEqual([401, 401, 401]);
    const headers = { authorization: pool.token() };
    expect((await fetch(`${served.url}/guarded`, { headers })).status).toBe(200);
  });

  test("a change of the stage that leaves the limit gives no new burst", async () => {
    await statuses("/twice", 2);
    const plan = { routes: [...routes, functionRoute("GET /new")], deploymentId: "dep456" };
    served.plans.replaceApi("api1", [stagePlan(plan)]);
    expect(await statuses("/twice", 1)).toEqual([429]);
  });
});
