import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFunction } from "../../../test/fixtures/gateway-function.ts";
import type { InvokeResult } from "../../foundation/invoke.ts";

let served: Awaited<ReturnType<typeof serveFunction>>;

beforeAll(async () => {
  served = await serveFunction();
});
afterAll(() => served.close());

test("a client cannot pose as the gateway", async () => {
  const { event } = await served.eventOf("/items", [
    "X-Amzn-Trace-Id: Root=evil",
    "x-amzn-requestcontext: evil",
    "X-Amzn-Oidc-Data: evil",
    "X_Amzn_Oidc_Data: evil",
    "X-Forwarded-For: 6.6.6.6",
    "X-Forwarded-Host: evil",
    "Forwarded: for=evil",
    "Apigw-RequestId: evil",
    "X-Gatepool-Trace: evil",
  ]);
  expect(JSON.stringify(event)).not.toMatch(/evil|6\.6\.6\.6/);
  expect(event.headers["x-forwarded-for"]).toBe("127.0.0.1");
});

test("names the function with the stage's variables, and the time that it has", async () => {
  await served.eventOf("/dev/alias");
  expect(served.calls.at(-1)).toMatchObject({
    functionArn: "arn:aws:lambda:us-east-1:123456789012:function:echo:live",
    timeoutMs: 1234,
  });
});

test.each([
  ["threw", { kind: "threw", payload: "{}", reason: "KeyError" }, 500, "Internal Server Error"],
  ["timed out", { kind: "timed-out", reason: "after 30 s" }, 503, "Service Unavailable"],
  ["was throttled", { kind: "throttled", reason: "too many" }, 503, "Service Unavailable"],
  [
    "may not be called",
    { kind: "not-permitted", reason: "no permission", change: "add it" },
    500,
    "Internal Server Error",
  ],
  ["was not there", { kind: "failed", reason: "no function" }, 500, "Internal Server Error"],
  [
    "answered nonsense",
    { kind: "answered", payload: '{"statusCode":0}' },
    500,
    "Internal Server Error",
  ],
] satisfies [string, InvokeResult, number, string][])(
  "of a function that %s",
  async (_, outcome, status, message) => {
    served.answerWith(async () => outcome);
    const response = await fetch(`${served.url}/items`);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message });
    const step = served.traceOf(response).steps.at(-1);
    expect(step).toMatchObject({ check: "integration", outcome: "refused" });
    if ("reason" in outcome) expect(step?.detail).toContain(outcome.reason);
  },
);

test("that breaks is 500, and the log says why", async () => {
  served.answerWith(async () => {
    throw new Error("the runtime is gone");
  });
  const response = await fetch(`${served.url}/items`);
  expect(response.status).toBe(500);
  expect(served.logged.join()).toContain("a function could not be called");
});

test("brings the function's answer to the client, without what is the gateway's", async () => {
  const headers = { "X-A": "b", "apigw-requestid": "forged", "x-gatepool-trace": "forged" };
  const payload = JSON.stringify({
    statusCode: 201,
    headers,
    cookies: ["a=1", "b=2"],
    body: "hi",
  });
  served.answerWith(async () => ({ kind: "answered", payload }));
  const response = await fetch(`${served.url}/items`);
  expect(response.status).toBe(201);
  expect(await response.text()).toBe("hi");
  expect(response.headers.get("x-a")).toBe("b");
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(response.headers.get("apigw-requestid")).toMatch(/^[\w-]{15}=$/);
  expect(response.headers.get("content-length")).toBe("2");
  expect(response.headers.get("date")).toBeTruthy();
});

test("tells in the trace what is not as it would be at AWS", async () => {
  const warning = "python3.11 is not on this machine: python3.12 took its place";
  served.answerWith(async () => ({ kind: "answered", payload: '{"statusCode":200}', warning }));
  const trace = served.traceOf(await fetch(`${served.url}/items`));
  expect(trace.steps).toContainEqual({ check: "function", outcome: "noted", detail: warning });
});
