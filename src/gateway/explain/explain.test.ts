import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  functionRoute,
  httpRoute,
  newIssuer,
  noon,
  type ServedGateway,
  serveGateway,
} from "../../../test/fixtures/gateway.ts";
import type { Reason } from "../../foundation/reason.ts";

const poolIssuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA";
const pool = newIssuer(poolIssuer);
const other = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolBBBBB");
const seconds = noon / 1000;
const guarded = { authorizer: pool.authorizer };
let served: ServedGateway;

beforeAll(async () => {
  const signInDomain = "https://login.auth.us-east-1.amazoncognito.com";
  const atDomain = { ...pool.authorizer, issuer: signInDomain };
  const routes = [
    functionRoute("GET /hello", guarded),
    functionRoute("POST /pets"),
    functionRoute("GET /pets/{id}"),
    functionRoute("GET /files/{proxy+}"),
    functionRoute("GET /scoped", { ...guarded, scopes: ["pets/read"] }),
    functionRoute("GET /domain", { authorizer: atDomain }),
    httpRoute("GET /backend/{id}", "http://127.0.0.1:1/x?key=hidden"),
  ];
  const undeployed = ["GET /new/{id}"];
  served = await serveGateway(
    [
      { stage: "api", routes, undeployed },
      { stage: "v2", routes: [functionRoute("GET /only-here"), functionRoute("PUT /{proxy+}")] },
    ],
    {
      localKeys: async (issuer) => (issuer === poolIssuer ? pool.keySet : undefined),
      invoke: async () => ({ kind: "answered", payload: '"ok"' }),
    },
  );
});
afterAll(() => served.close());
afterEach(() => {
  served.now = noon;
});

async function traceOf(path: string, init: RequestInit & { token?: string } = {}) {
  const headers = { ...(init.token && { authorization: init.token }) };
  return served.traceOf(await fetch(`${served.url}${path}`, { headers, ...init }));
}

/** The reason at which a request ended. */
async function reasonOf(...request: Parameters<typeof traceOf>): Promise<Reason> {
  const trace = await traceOf(...request);
  const last = trace.steps.at(-1);
  expect(last?.outcome).toBe("refused");
  if (!last?.reason) throw new Error("the trace has no reason");
  expect(trace.outcome.text).toBe(last.detail);
  return last.reason;
}

test("a request that passed tells each step", async () => {
  const token = pool.token({ aud: undefined, client_id: "client1", token_use: "access" });
  const trace = await traceOf("/api/hello", { token: `Bearer ${token}` });
  expect(trace).toMatchObject({
    at: noon,
    kind: "gateway",
    subject: "GET /api/hello on api api1 stage api",
    outcome: { status: 200, text: "answered" },
  });
  expect(trace.steps.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    "stage passed",
    "route passed",
    "token passed",
    "form passed",
    "algorithm passed",
    "issuer passed",
    "key passed",
    "signature passed",
    "audience passed",
    "times passed",
    "event noted",
    "event noted",
    "event noted",
    "integration passed",
  ]);
  const told = JSON.stringify(trace);
  expect(told).toContain('client_id is \\"client1\\"');
  expect(told).toContain("behind Bearer");
  for (const part of token.split(".")) expect(told).not.toContain(part);
});

describe("the wrong turns of the first journey", () => {
  test("an ID token of another client", async () => {
    const token = pool.token({ aud: "client2", token_use: "id" });
    expect(await reasonOf("/api/hello", { token })).toEqual({
      check: "audience",
      expected: 'aud, or client_id where there is no aud, among "client1"',
      received: 'aud is "client2"',
      change: expect.stringContaining("sign in through one of these app clients"),
    });
  });

  test("an expired token, with both clocks", async () => {
    const token = pool.token({ exp: seconds - 90 });
    expect(await reasonOf("/api/hello", { token })).toEqual({
      check: "times",
      expected: "exp after 2026-11-20T12:00:00.000Z, the gateway's time",
      received: `exp is ${seconds - 90} (2026-11-20T11:58:30.000Z, 90 s ago)`,
      change: expect.stringContaining("get a new token"),
    });
  });

  test("a token of another pool, with the first character that differs", async () => {
    const reason = await reasonOf("/api/hello", { token: other.token() });
    expect(reason).toMatchObject({ check: "issuer", expected: JSON.stringify(poolIssuer) });
    expect(reason.received).toContain('character 59 is "B" instead of "A"');
    expect(reason.change).toContain("get the token from the pool that the authorizer trusts");
  });

  test("the stage's name left out of the URL", async () => {
    const trace = await traceOf("/hello");
    expect(trace.outcome.status).toBe(404);
    expect(await reasonOf("/hello")).toEqual({
      check: "stage",
      expected: 'a path that starts with a stage of this API: "api", "v2"',
      received: '"/hello"',
      change: 'put the stage in front of the path: "/api/hello"',
    });
    expect((await reasonOf("/only-here")).change).toContain('"/v2/only-here"');
  });

  test("a route in the template and not in the deployment", async () => {
    const reason = await reasonOf("/api/new/1");
    expect(reason.check).toBe("route");
    expect(reason.change).toContain("the API has the route GET /new/{id}, but deployment dep123");
    expect(reason.change).toContain("make a new deployment");
  });
});

test("a greedy route at the root says that AWS may not match it", async () => {
  const notesOf = async (path: string) => {
    const { steps } = await traceOf(path, { method: "PUT" });
    const notes = steps.filter(({ check, outcome }) => check === "route" && outcome === "noted");
    return notes.map(({ detail }) => detail);
  };
  expect(await notesOf("/v2")).toEqual([
    "{proxy+} has nothing to stand for, and is handed over empty: AWS is said to match the path " +
      "/ here, and not to, so add a route for it",
  ]);
  expect(await notesOf("/v2/a")).toEqual([]);
  expect(await notesOf("/v2/a/")).toEqual([]);
});

describe("a request without a route says what would match", () => {
  test.each([
    ["another method", "/api/pets", "use POST, or add a route for GET"],
    ["a slash at the end", "/api/pets/1/", "leave the slash at the end out"],
    ["two slashes", "/api//pets/1", 'spell the path "/api/pets/1"'],
    ["a greedy route's parent", "/api/files", "GET /files/{proxy+} takes what is below /files"],
    ["capitals", "/api/PETS/1", "GET /pets/{id} would match in small letters"],
    ["another stage", "/api/only-here", 'stage v2 has such a route: put "/v2" in front'],
    ["nothing", "/api/nowhere", "check the path and the method"],
  ])("%s", async (_, path, advice) => {
    expect((await reasonOf(path)).change).toContain(advice);
  });

  test("and tells the nearest routes", async () => {
    const { expected } = await reasonOf("/api/pets/1/2");
    expect(expected).toMatch(/^one of the routes of stage api: "(GET|POST) \/pets/);
    expect(expected).toContain("and 2 more");
  });

  test("and which APIs there are", async () => {
    const response = await fetch(served.url, { headers: { "x-test-api": "nowhere" } });
    expect(served.traceOf(response).steps.at(-1)?.reason).toMatchObject({
      expected: expect.stringContaining('"api1"'),
    });
  });
});

describe("a token that is refused says why", () => {
  test.each([
    ["that is not there", undefined, "token", "a token in the header Authorization"],
    ["that is none", "hello", "form", "a signed JWT"],
    ["of an unsupported algorithm", () => pool.token({}, { alg: "ES256" }), "algorithm", "RS256"],
    ["of an unknown key", () => pool.token({}, { kid: "x" }), "key", '"key-1"'],
    ["whose signature is cut", () => pool.token().slice(0, -4), "signature", '"key-1"'],
    ["of the future", () => pool.token({ iat: seconds + 5 }), "times", "iat not after"],
    ["that is not valid yet", () => pool.token({ nbf: seconds + 5 }), "times", "nbf not after"],
  ])("%s", async (_, token, check, expected) => {
    const sent = typeof token === "function" ? token() : token;
    const reason = await reasonOf("/api/hello", sent === undefined ? {} : { token: sent });
    expect(reason.check).toBe(check);
    expect(reason.expected).toContain(expected);
    if (sent) expect(JSON.stringify(reason)).not.toContain(sent.slice(-40));
  });

  test("an issuer that differs by a slash only", async () => {
    const reason = await reasonOf("/api/hello", { token: pool.token({ iss: `${poolIssuer}/` }) });
    expect(reason.received).toContain('it goes on with "/"');
    expect(reason.change).toContain(`set the issuer of authorizer pool to "${poolIssuer}/"`);
  });

  test("an authorizer that has the sign-in domain for an issuer", async () => {
    const reason = await reasonOf("/api/domain", { token: pool.token() });
    expect(reason.change).toContain("not its sign-in domain");
  });

  test("an access token of another client", async () => {
    const token = pool.token({ aud: undefined, client_id: "client2" });
    const reason = await reasonOf("/api/hello", { token });
    expect(reason.received).toBe('aud is absent, and client_id is "client2"');
  });

  test("an ID token where scopes are asked for", async () => {
    const trace = await traceOf("/api/scoped", { token: pool.token({ token_use: "id" }) });
    expect(trace.outcome.status).toBe(403);
    expect(trace.steps.at(-1)?.reason).toEqual({
      check: "scopes",
      expected: 'one of "pets/read"',
      received: "no scopes: it is an ID token",
      change: "send the access token: an ID token carries no scopes",
    });
  });
});

test("a backend's failure names it, without the query", async () => {
  const reason = await reasonOf("/api/backend/7?token=hidden");
  expect(reason.expected).toContain("GET http://127.0.0.1:1/x; its URI has no path variable");
  const trace = await traceOf("/api/backend/7?token=hidden");
  expect(JSON.stringify(trace)).not.toContain("hidden");
});

test("a path that was decoded is told in both forms", async () => {
  const trace = await traceOf("/api/pets/a%2Fb");
  expect(trace.steps[0]).toEqual({
    check: "path",
    outcome: "passed",
    detail: '"/api/pets/a%2Fb" was decoded to "/api/pets/a/b"',
  });
});

test("tells how the event differs from what the client sent", async () => {
  const token = pool.token({ "cognito:groups": ["admin", "users"] });
  const groups = await traceOf("/api/hello", { token });
  expect(groups.steps.at(-2)?.detail).toBe(
    'cognito:groups is ["admin","users"], and handed over as "[admin users]"',
  );
  expect(groups.steps.at(-3)?.detail).toMatch(/exp as "\d{10}"$/);
  const form = await traceOf("/api/pets", { method: "POST", body: new URLSearchParams("a=b") });
  expect(form.steps.at(-2)?.detail).toContain("as base64");
});

test("a token whose groups may have changed meanwhile says when it was issued", async () => {
  const issuedAt = { iat: seconds - 90, token_use: "id" };
  const issued = `when the token was issued: ${seconds - 90} (2026-11-20T11:58:30.000Z, 90 s ago)`;
  const before = await traceOf("/api/hello", { token: pool.token(issuedAt) });
  expect(before.steps.at(-2)?.detail).toBe(`the user had no groups ${issued}`);
  const token = pool.token({ ...issuedAt, "cognito:groups": ["admin"] });
  const { steps } = await traceOf("/api/hello", { token });
  expect(steps.at(-2)?.detail).toBe(`the groups are those ${issued}`);
});

test("a function that took long is remarked on", async () => {
  const slow = await serveGateway([{ routes: [functionRoute("GET /a")] }], {
    invoke: async () => {
      slow.now += 25_000;
      return { kind: "answered", payload: '"ok"' };
    },
  });
  const trace = slow.traceOf(await fetch(`${slow.url}/a`));
  expect(trace.steps.at(-1)?.detail).toContain("80 %");
  expect(trace.steps.at(-2)?.detail).toContain("answered 200 after 25000 ms of the allowed 30000");
  await slow.close();
});
