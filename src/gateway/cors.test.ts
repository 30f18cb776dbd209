import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  functionRoute,
  newIssuer,
  type ServedGateway,
  serveGateway,
} from "../../test/fixtures/gateway.ts";
import { compileCors } from "./cors.ts";
import type { CorsPlan } from "./plan.ts";

const page = "https://app.example";
const plan: CorsPlan = {
  allowOrigins: [page, "http://localhost:3000"],
  allowMethods: ["GET", "POST"],
  allowHeaders: ["authorization", "x-a"],
  exposeHeaders: ["x-b"],
  allowCredentials: true,
  maxAgeSeconds: 123,
};

describe("origins", () => {
  const allowed = (allowOrigins: string[], origin: string) =>
    compileCors({ ...plan, allowOrigins, allowCredentials: false }).answerHeaders(origin);

  test.each([
    [["*"], page, "*"],
    [[page], page, page],
    [[page], "https://APP.example", "https://APP.example"],
    [["https://*"], page, page],
    [["http://*"], page, undefined],
    [["https://*"], "https://", undefined],
    [[page], "https://app.example.evil", undefined],
    [[page], "http://app.example", undefined],
    [[page], "null", undefined],
    [[], page, undefined],
  ])("%j and %s: %s", (origins, origin, answer) => {
    expect(allowed(origins, origin)[1]).toBe(answer);
  });
});

describe("over HTTP", () => {
  const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA");
  const guarded = { authorizer: pool.authorizer };
  let served: ServedGateway;

  beforeAll(async () => {
    const headers = {
      "Access-Control-Allow-Origin": "*",
      "access-control-max-age": "9",
      "x-b": "c",
    };
    served = await serveGateway(
      [
        {
          cors: plan,
          routes: [functionRoute("GET /hello", guarded), functionRoute("ANY /any/{p+}", guarded)],
        },
        { stage: "plain", routes: [functionRoute("GET /hello")] },
        {
          stage: "open",
          cors: plan,
          routes: [functionRoute("$default"), functionRoute("OPTIONS /own")],
        },
        { stage: "shut", cors: plan, routes: [functionRoute("$default", guarded)] },
      ],
      {
        localKeys: async () => pool.keySet,
        invoke: async () => ({
          kind: "answered",
          payload: JSON.stringify({ statusCode: 200, headers }),
        }),
      },
    );
  });
  afterAll(() => served.close());

  const preflight = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${served.url}${path}`, {
      method: "OPTIONS",
      headers: { origin: page, "access-control-request-method": "GET", ...headers },
    });

  const corsOf = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => /^access-control-|^vary$/.test(name)));

  test("the gateway answers a preflight where no route does", async () => {
    const response = await preflight("/hello");
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(corsOf(response)).toEqual({
      "access-control-allow-origin": page,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "GET,POST",
      "access-control-allow-headers": "authorization,x-a",
      "access-control-max-age": "123",
      vary: "origin",
    });
    expect(response.headers.get("apigw-requestid")).toBeTruthy();
  });

  test("for a path without any route, too", async () => {
    expect((await preflight("/nowhere")).status).toBe(204);
  });

  test("but says nothing to an origin that is not allowed", async () => {
    const response = await preflight("/hello", { origin: "https://evil.example" });
    expect(response.status).toBe(204);
    expect(corsOf(response)).toEqual({});
    expect(JSON.stringify(served.traceOf(response))).toContain("not among");
  });

  test("a route for ANY takes preflights, and its authorizer refuses them", async () => {
    const response = await preflight("/any/x");
    expect(response.status).toBe(401);
    expect(corsOf(response)["access-control-allow-origin"]).toBe(page);
    expect(JSON.stringify(served.traceOf(response))).toContain("add OPTIONS /{proxy+}");
  });

  test("$default takes preflights only if it has an authorizer", async () => {
    expect((await preflight("/shut/x")).status).toBe(401);
    expect((await preflight("/open/x")).status).toBe(204);
    expect((await preflight("/open/own")).status).toBe(200);
  });

  test("without CORS in the plan there are no preflights", async () => {
    const response = await preflight("/plain/hello");
    expect(response.status).toBe(404);
    expect(corsOf(response)).toEqual({});
    expect(JSON.stringify(served.traceOf(response))).toContain("CORS is not configured");
  });

  test("OPTIONS without the headers of a preflight is an ordinary request", async () => {
    const response = await fetch(`${served.url}/hello`, {
      method: "OPTIONS",
      headers: { origin: page },
    });
    expect(response.status).toBe(404);
  });

  test("an answer has the gateway's CORS headers, the backend's only without CORS", async () => {
    const headers = { origin: page, authorization: pool.token() };
    const answer = await fetch(`${served.url}/hello`, { headers });
    expect(answer.status).toBe(200);
    expect(corsOf(answer)).toEqual({
      "access-control-allow-origin": page,
      "access-control-allow-credentials": "true",
      "access-control-expose-headers": "x-b",
      vary: "origin",
    });
    const plain = await fetch(`${served.url}/plain/hello`, { headers });
    expect(corsOf(plain)).toEqual({
      "access-control-allow-origin": "*",
      "access-control-max-age": "9",
    });
  });

  test("so do refusals; a request without an origin gets none", async () => {
    const refusal = await fetch(`${served.url}/hello`, { headers: { origin: page } });
    expect(refusal.status).toBe(401);
    expect(corsOf(refusal)["access-control-allow-origin"]).toBe(page);
    expect(corsOf(await fetch(`${served.url}/hello`))).toEqual({});
  });
});
