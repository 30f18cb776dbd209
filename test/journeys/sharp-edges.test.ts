import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { InvokeResult } from "../../src/foundation/invoke.ts";
import type { CorsPlan, FunctionIntegrationPlan, RoutePlan } from "../../src/gateway/plan.ts";
import {
  functionRoute,
  httpRoute,
  newIssuer,
  noon,
  type ServedGateway,
  sendRaw,
  serveGateway,
  serveHttp,
} from "../fixtures/gateway.ts";

// What people stumble over with HTTP APIs, and what the trace has to say of it.

const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA");
const guarded = { authorizer: pool.authorizer };
const page = "https://app.example";
const cors: CorsPlan = {
  allowOrigins: [page],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["x-a"],
  exposeHeaders: [],
  allowCredentials: false,
};
const star = { ...cors, allowMethods: ["*"], allowHeaders: ["*"] };
const slow: FunctionIntegrationPlan = {
  kind: "function",
  integrationId: "int3",
  functionArn: "arn:aws:lambda:us-east-1:123456789012:function:echo",
  payloadFormat: "2.0",
  timeoutMs: 1000,
};
/** Understood in both payload formats. */
const ok: InvokeResult = { kind: "answered", payload: '{"statusCode":200}' };

let backend: Awaited<ReturnType<typeof serveHttp>>;
let served: ServedGateway;
let answer: InvokeResult = ok;

beforeAll(async () => {
  backend = await serveHttp((_, response) =>
    response.setHeader("access-control-allow-origin", "*").end("ok"),
  );
  const routes = (): RoutePlan[] => [
    functionRoute("GET /hello", guarded),
    functionRoute("GET /scoped", { ...guarded, scopes: ["pets/read"] }),
    functionRoute("POST /form"),
    functionRoute("GET /old", { integration: { ...slow, payloadFormat: "1.0" } }),
    functionRoute("GET /slow", { integration: slow }),
    functionRoute("ANY /any/{proxy+}", guarded),
    functionRoute("GET /files/{proxy+}"),
    httpRoute("GET /backend/{proxy+}", `${backend.url}/fixed`),
  ];
  served = await serveGateway(
    [
      { routes: routes(), undeployed: ["GET /new"], changed: ["CORS", "route GET /hello"] },
      { stage: "cors", routes: routes(), cors },
      { stage: "star", routes: routes(), cors: star },
      { stage: "credentials", routes: routes(), cors: { ...star, allowCredentials: true } },
    ],
    { localKeys: async () => pool.keySet, invoke: async () => answer },
  );
});
afterAll(async () => {
  await served.close();
  await backend.close();
});
afterEach(() => {
  answer = ok;
  served.now = noon;
});

async function told(path: string, init: RequestInit = {}) {
  const response = await fetch(`${served.url}${path}`, init);
  const { steps } = served.traceOf(response);
  const texts = steps.flatMap(({ detail, reason }) => [detail, ...Object.values(reason ?? {})]);
  return { status: response.status, text: texts.join("\n") };
}

const bearing = (claims: object, header = {}) => ({
  headers: { authorization: `Bearer ${pool.token(claims, header)}` },
});

const preflight = (method = "GET", headers = "", origin = page) => ({
  method: "OPTIONS",
  headers: {
    origin,
    "access-control-request-method": method,
    "access-control-request-headers": headers,
  },
});

type Edge = [name: string, path: string, init: RequestInit, status: number, says: string];

describe("tokens", () => {
  test.each<Edge>([
    [
      "an access token of another client",
      "/hello",
      bearing({ aud: undefined, client_id: "client2" }),
      401,
      'aud is absent, and client_id is "client2"',
    ],
    ["an issuer with a slash", "/hello", bearing({ iss: `${pool.issuer}/` }), 401, "goes on with"],
    ["an issuer without https", "/hello", bearing({ iss: "cognito" }), 401, "character 1 is"],
    ["no RSA", "/hello", bearing({}, { alg: "ES256" }), 401, "accept no other signatures"],
    ["an unknown key", "/hello", bearing({}, { kid: "new" }), 401, 'read 0 s ago: "key-1"'],
    ["times as text", "/hello", bearing({}), 200, "times in digits: exp as"],
    [
      "groups that changed meanwhile",
      "/hello",
      bearing({ token_use: "id", iat: noon / 1000 - 60 }),
      200,
      "the user had no groups when the token was issued",
    ],
    ["groups", "/hello", bearing({ "cognito:groups": ["a"] }), 200, 'handed over as "[a]"'],
    [
      "attributes that are missing",
      "/hello",
      bearing({ token_use: "access" }),
      200,
      "those are in the ID token",
    ],
    ["no token", "/hello", {}, 401, "a token in the header Authorization"],
    ["an ID token for scopes", "/scoped", bearing({ token_use: "id" }), 403, "carries no scopes"],
    ["a clock that is ahead", "/hello", bearing({ iat: noon / 1000 + 30 }), 401, "30 s from now"],
  ])("%s", async (_, path, init, status, says) => {
    expect(await told(path, init)).toEqual({ status, text: expect.stringContaining(says) });
  });
});

describe("paths and queries", () => {
  test.each<Edge>([
    ["a stage in the path", "/cors/old", {}, 200, "integrations see the path with the stage"],
    ["an encoded slash", "/files/a%2Fb", {}, 200, 'decoded to "/files/a/b"'],
    ["a plus", "/old?q=a+b", {}, 200, "each + in the query is handed over as a space"],
    ["a repeated name", "/slow?a=1&b=2&a=3", {}, 200, '"a" came more than once in the query'],
    ["the same for 1.0", "/old?a=1&a=2", {}, 200, "all in multiValueQueryStringParameters"],
    ["a slash at the end", "/old/", {}, 404, "leave the slash at the end out"],
    ["what is above a greedy path", "/files", {}, 404, "takes what is below /files, but not that"],
    ["a route that is not deployed", "/new", {}, 404, "the API has the route GET /new, but"],
    ["a change without a deployment", "/slow", {}, 200, "does not serve yet: CORS, route GET /h"],
    ["a URI without {proxy}", "/backend/a/b", {}, 200, "its URI has no path variable"],
  ])("%s", async (_, path, init, status, says) => {
    expect(await told(path, init)).toEqual({ status, text: expect.stringContaining(says) });
  });

  test("values of the query are not told", async () => {
    expect((await told("/slow?a=secret&a=secret+")).text).not.toContain("secret");
  });
});

describe("cross-origin requests", () => {
  test.each<Edge>([
    ["a preflight that is refused", "/cors/any/x", preflight(), 401, "add OPTIONS /{proxy+}"],
    ["a preflight without CORS", "/hello", preflight(), 404, "configure CORS on the API"],
    ["another origin", "/cors/old", preflight("GET", "", "https://a.b"), 204, "is not among"],
    ["another method", "/cors/old", preflight("DELETE"), 204, '"DELETE" is not in allowMethods'],
    ["another header", "/cors/old", preflight("GET", "X-A, x-b"), 204, '"x-b" is not in allowH'],
    [
      "authorization, where all headers are allowed",
      "/star/old",
      preflight("PUT", "authorization,x-b"),
      204,
      "browsers want authorization named",
    ],
    [
      "credentials, where * stands for nothing",
      "/credentials/old",
      preflight("PUT", "x-b"),
      204,
      '"PUT" is not in allowMethods ("*")',
    ],
    [
      "CORS headers of a backend",
      "/cors/backend/x",
      { headers: { origin: page } },
      200,
      "the backend's own CORS headers were dropped",
    ],
  ])("%s", async (_, path, init, status, says) => {
    expect(await told(path, init)).toEqual({ status, text: expect.stringContaining(says) });
  });

  test("a preflight that asks for what is allowed is told without a complaint", async () => {
    const { text } = await told("/cors/old", preflight("PUT", "X-A"));
    expect(text).toContain("answers by itself");
    expect(text).not.toContain("is not");
  });
});

describe("functions", () => {
  const failures: [string, InvokeResult, number, string][] = [
    [
      "a status that is none",
      { kind: "answered", payload: '{"statusCode":"abc"}' },
      500,
      "`statusCode` is not a whole number",
    ],
    [
      "a body that is no text",
      { kind: "answered", payload: '{"statusCode":200,"body":{}}' },
      500,
      "`body` is not text",
    ],
    [
      "too slow",
      { kind: "timed-out", reason: "no answer" },
      503,
      "raise timeoutInMillis (now 1000)",
    ],
    [
      "too many at a time",
      { kind: "throttled", reason: "all are busy" },
      503,
      "raise the function's concurrency",
    ],
  ];
  test.each(failures)("%s", async (_, result, status, says) => {
    answer = result;
    expect(await told("/slow")).toEqual({ status, text: expect.stringContaining(says) });
  });

  const cookies: [string, string, string, string][] = [
    ["2.0", "/slow", '{"multiValueHeaders":{}', "several set-cookie headers go into cookies"],
    ["1.0", "/old", '{"cookies":[]', "several set-cookie headers go into multiValueHeaders"],
  ];
  test.each(cookies)("cookies as another format than %s has them", async (_, path, start, says) => {
    answer = { kind: "answered", payload: `${start},"statusCode":200}` };
    expect(await told(path)).toEqual({ status: 200, text: expect.stringContaining(says) });
  });

  test.each([
    ["/slow", "joined with commas"],
    ["/old", "the last one, and all in multiValueHeaders"],
  ])("a header that came twice, at %s", async (path, says) => {
    const twice = "X-A: 1\r\nx-a: secret\r\nConnection: close\r\n\r\n";
    await sendRaw(served.port, `GET ${path} HTTP/1.1\r\nHost: a\r\n${twice}`);
    const [trace] = served.traces.latest(1);
    expect(JSON.stringify(trace)).toContain(`came more than once: handed over ${says}`);
    expect(JSON.stringify(trace)).not.toContain("secret");
  });

  test("a form", async () => {
    const { text } = await told("/form", { method: "POST", body: new URLSearchParams("a=b") });
    expect(text).toContain("isBase64Encoded true");
  });
});
