import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  functionRoute,
  newIssuer,
  type ServedGateway,
  sendRaw,
  serveGateway,
  stagePlan,
} from "../../test/fixtures/gateway.ts";

const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA");
const guarded = { authorizer: pool.authorizer };
let served: ServedGateway;

beforeAll(async () => {
  served = await serveGateway(
    [
      {
        routes: [
          functionRoute("GET /hello", guarded),
          functionRoute("GET /pets/{id}", guarded),
          functionRoute("ANY /open/{proxy+}"),
          functionRoute("GET /"),
          functionRoute("GET /-/liveness"),
          functionRoute("$default"),
        ],
      },
      { stage: "api", routes: [functionRoute("GET /hello", guarded), functionRoute("GET /")] },
    ],
    {
      localKeys: async () => pool.keySet,
      // Tells which route was taken, and the path that the function is told.
      invoke: async ({ payload }) => {
        const { routeKey, rawPath, requestContext } = JSON.parse(payload.toString());
        const told = `${requestContext.stage} ${routeKey} ${rawPath}`;
        return { kind: "answered", payload: JSON.stringify(told) };
      },
    },
  );
});
afterAll(() => served.close());

/** A request line as it stands: clients tidy paths up before they send them. */
async function raw(target: string, headers: readonly string[] = []) {
  const lines = [`GET ${target} HTTP/1.1`, "Host: a", "Connection: close", ...headers];
  const answer = await sendRaw(served.port, `${lines.join("\r\n")}\r\n\r\n`);
  const body = answer.slice(answer.indexOf("\r\n\r\n") + 4);
  return { status: Number(answer.slice(9, 12)), body, answer };
}

describe("stages", () => {
  test.each([
    ["/", "$default GET / /"],
    ["/x/y", "$default $default /x/y"],
    ["/api", "api GET / /api"],
    ["/api/", "api GET / /api/"],
    ["/API/hello", "$default $default /API/hello"],
    ["/-/liveness", "$default GET /-/liveness /-/liveness"],
    ["/$default/x", "$default $default /$default/x"],
    ["/_api/api1/-/x", "$default $default /x"],
    ["/_api/api1/$default/x", "$default $default /x"],
    ["/_api/api1/%24default/x", "$default $default /x"],
    ["/_api/api1/-/-/liveness", "$default GET /-/liveness /-/liveness"],
    ["/_api/api1/-", "$default GET / /"],
    ["/_api/api1/api", "api GET / /api"],
    ["/_api/api1/x", "$default $default /x"],
  ])("%s: %s", async (target, told) => {
    expect(await raw(target)).toMatchObject({ status: 200, body: told });
  });

  test("an API that is not there is 404", async () => {
    const { status, body } = await raw("/hello", ["X-Test-Api: nowhere"]);
    expect({ status, body }).toEqual({ status: 404, body: '{"message":"Not Found"}' });
  });
});

describe("no spelling of a path gets past the authorizer", () => {
  const spellings = [
    ["/hello", 401],
    ["/%68ello", 401],
    ["/%68%65%6C%6C%6F", 401],
    ["/api/hello", 401],
    ["/%61pi/hello", 401],
    ["/api%2Fhello", 401],
    ["/pets/1", 401],
    ["/pets/a%252Fb", 401],
    ["//hello", 404],
    ["///hello", 404],
    ["/hello/", 404],
    ["/hello//", 404],
    ["/%2Fhello", 404],
    ["/hello%2F", 404],
    ["/hello;v=1", 404],
    ["/hello;", 404],
    ["/hello%3Bv=1", 404],
    ["/\\hello", 404],
    ["/%5Chello", 404],
    ["//pets//1", 404],
    ["/pets/1/", 404],
    ["//api/hello", 404],
    ["/api//hello", 404],
    ["/open/../hello", 400],
    ["/open/%2e%2e/hello", 400],
    ["/open/..%2Fhello", 400],
    ["/open/..;/hello", 400],
    ["/open/..\\hello", 400],
    ["/./hello", 400],
    ["/hello/.", 400],
    ["/hello%00", 400],
    ["/hello%0a", 400],
    ["/hello%", 400],
    ["/hello%zz", 400],
    ["/%c0%afhello", 400],
    ["/hell\u00f6", 400],
  ] as const;

  test.each(spellings)("%s is %i", async (target, status) => {
    expect((await raw(target)).status).toBe(status);
  });

  test.each(spellings.filter(([target]) => !/pi/.test(target)))(
    "/_api/api1/-%s is %i",
    async (target, status) => {
      expect((await raw(`/_api/api1/-${target}`)).status).toBe(status);
    },
  );

  test.each([
    ["/HELLO", "$default $default /HELLO"],
    ["/hello%20", "$default $default /hello "],
    ["/hello.json", "$default $default /hello.json"],
    ["/%2568ello", "$default $default /%68ello"],
    ["/hello%3Fx=y", "$default $default /hello?x=y"],
    ["/open//a", "$default ANY /open/{proxy+} /open//a"],
    ["/open/http://x/;y/", "$default ANY /open/{proxy+} /open/http://x/;y/"],
    ["/x//y/", "$default $default /x//y/"],
  ])("%s is another path, for all that work on it", async (target, told) => {
    expect(await raw(target)).toMatchObject({ status: 200, body: told });
  });
});

describe("limits", () => {
  test("request line and headers may have 10,240 bytes together", async () => {
    const fixed = "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-A: \r\n".length;
    const fits = await raw("/x", [`X-A: ${"a".repeat(10_240 - fixed)}`]);
    expect(fits.status).toBe(200);
    const { status, body } = await raw("/x", [`X-A: ${"a".repeat(10_241 - fixed)}`]);
    expect({ status, body }).toEqual({
      status: 431,
      body: '{"message":"Request Header Fields Too Large"}',
    });
    expect((await raw(`/${"a".repeat(10_240)}`)).status).toBe(431);
  });

  test("a body that says it is too long is refused before it is read", async () => {
    const { status, answer } = await raw("/x", ["Content-Length: 10485761"]);
    expect(status).toBe(413);
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toContain('{"message":"Request Entity Too Large"}');
  });

  test("the authorizer comes before the body", async () => {
    expect((await raw("/hello", ["Content-Length: 10485761"])).status).toBe(401);
  });
});

describe("one request stays one request", () => {
  const second = "GET /smuggled HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  test.each([
    ["length and chunks", "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["two lengths", "Content-Length: 0\r\nContent-Length: 9\r\n\r\n"],
    ["a list of lengths", "Content-Length: 0, 9\r\n\r\n"],
    ["an unknown encoding", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"],
    ["two hosts", "Host: b\r\n\r\n"],
    ["a folded header", "X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n"],
    ["a null byte", "X-A: b\u0000\r\n\r\n"],
  ])("%s", async (_, rest) => {
    const answer = await sendRaw(served.port, `POST /x HTTP/1.1\r\nHost: a\r\n${rest}${second}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain("smuggled");
  });
});

describe("answers of the gateway's own", () => {
  test("are compact JSON with the gateway's headers", async () => {
    const { answer } = await raw("/hello");
    const [head = "", body] = answer.split("\r\n\r\n");
    const names = head
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(":")[0]?.toLowerCase());
    expect(names.toSorted()).toEqual([
      "apigw-requestid",
      "connection",
      "content-length",
      "content-type",
      "date",
      "www-authenticate",
      "x-gatepool-trace",
    ]);
    expect(head).toContain("content-type: application/json");
    expect(head).toContain("content-length: 26");
    expect(head).toMatch(/apigw-requestid: [\w-]{15}=\r\n/);
    expect(body).toBe('{"message":"Unauthorized"}');
  });

  test("tell of no trace in production", async () => {
    const production = await serveGateway([{}], { development: false });
    const response = await fetch(`${production.url}/x`);
    expect(response.headers.has("x-gatepool-trace")).toBe(false);
    expect(production.traceOf(response).outcome.status).toBe(404);
    await production.close();
  });

  test("have ids that differ", async () => {
    const ids = await Promise.all(
      Array.from({ length: 50 }, async () =>
        (await fetch(`${served.url}/x`)).headers.get("apigw-requestid"),
      ),
    );
    expect(new Set(ids).size).toBe(50);
  });
});

test("an authorizer of an unknown kind keeps its route shut", async () => {
  const authorizer = Object.assign({}, pool.authorizer, { kind: "magic" });
  const gateway = await serveGateway([{ routes: [functionRoute("GET /a", { authorizer })] }]);
  const response = await fetch(`${gateway.url}/a`, { headers: { authorization: pool.token() } });
  expect(response.status).toBe(500);
  await gateway.close();
});

test("a request ends on the plan that it began with", async () => {
  let answer = () => {};
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const gateway = await serveGateway([{ routes: [functionRoute("GET /a")] }], {
    invoke: () =>
      new Promise((resolve) => {
        answer = () => resolve({ kind: "answered", payload: '"old"' });
        arrived();
      }),
  });
  const first = fetch(`${gateway.url}/a`);
  await arrival;
  gateway.plans.replaceApi("api1", [stagePlan({ deploymentId: "dep2" })]);
  expect((await fetch(`${gateway.url}/a`)).status).toBe(404);
  answer();
  expect(await (await first).text()).toBe("old");
  gateway.plans.removeApi("api1");
  expect((await fetch(`${gateway.url}/a`)).status).toBe(404);
  await gateway.close();
});
