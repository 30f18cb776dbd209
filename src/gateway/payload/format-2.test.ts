import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFunction } from "../../../test/fixtures/gateway-function.ts";

let served: Awaited<ReturnType<typeof serveFunction>>;

beforeAll(async () => {
  served = await serveFunction();
});
afterAll(() => served.close());

test("is complete", async () => {
  const { event, id } = await served.eventOf("/a/caf%C3%A9?tag=important&x=a%20b+c&tag=urgent", [
    "User-Agent: test/1",
    "X-Twice: 1",
    "x-twice: 2",
    "Cookie: session=abc; theme=dark",
    "cookie: c=d",
  ]);
  const { port } = served;
  expect(event).toEqual({
    version: "2.0",
    routeKey: "ANY /a/{id}",
    rawPath: "/a/café",
    rawQueryString: "tag=important&x=a%20b+c&tag=urgent",
    cookies: ["session=abc", "theme=dark", "c=d"],
    headers: {
      "content-length": "0",
      "content-type": "text/plain; charset=utf-8",
      host: "api.example:8080",
      "user-agent": "test/1",
      "x-amzn-trace-id": expect.stringMatching(/^Root=1-[\da-f]{8}-[\da-f]{24}$/),
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-port": String(port),
      "x-forwarded-proto": "http",
      "x-twice": "1,2",
    },
    queryStringParameters: { tag: "important,urgent", x: "a b c" },
    requestContext: {
      accountId: "123456789012",
      apiId: "api1",
      domainName: "api.example:8080",
      domainPrefix: "api",
      http: {
        method: "GET",
        path: "/a/café",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "test/1",
      },
      requestId: id,
      routeKey: "ANY /a/{id}",
      stage: "$default",
      time: "20/Nov/2026:12:00:00 +0000",
      timeEpoch: 1795176000000,
    },
    pathParameters: { id: "café" },
    isBase64Encoded: false,
  });
});

test("leaves out what there is none of", async () => {
  const { event } = await served.eventOf("/items");
  const absent = ["cookies", "queryStringParameters", "pathParameters", "stageVariables", "body"];
  for (const member of absent) expect(event).not.toHaveProperty(member);
  expect(event.requestContext).not.toHaveProperty("authorizer");
  expect(event.rawQueryString).toBe("");
  expect(event.requestContext.http.userAgent).toBe("");
});

test("keeps a named stage in its paths", async () => {
  const { event } = await served.eventOf("/dev/items");
  expect(event.rawPath).toBe("/dev/items");
  expect(event.requestContext).toMatchObject({ stage: "dev", http: { path: "/dev/items" } });
  expect(event.stageVariables).toEqual({ alias: "live", color: "blue" });
});

test("tells claims as text, and no scopes where none are asked for", async () => {
  const claims = { "cognito:groups": ["admin", "users"], email_verified: true, __proto__: 1 };
  const { event } = await served.eventOf("/me", [`Authorization: ${served.pool.token(claims)}`]);
  expect(event.requestContext.authorizer).toEqual({
    jwt: {
      claims: {
        sub: "ada",
        iss: served.pool.issuer,
        aud: "client1",
        iat: "1795175940",
        exp: "1795176060",
        "cognito:groups": "[admin users]",
        email_verified: "true",
      },
      scopes: null,
    },
  });
});

test("tells the scopes that the route asks for and the token has", async () => {
  const { event } = await served.eventOf("/mine", [
    `Authorization: ${served.pool.token({ scope: "a b c" })}`,
  ]);
  expect(event.requestContext.authorizer.jwt.scopes).toEqual(["b", "a"]);
});
