import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFunction } from "../../../test/fixtures/gateway-function.ts";

let served: Awaited<ReturnType<typeof serveFunction>>;

beforeAll(async () => {
  served = await serveFunction();
});
afterAll(() => served.close());

test("is complete", async () => {
  const { event, id } = await served.eventOf(
    "/dev/one/a%20b?tag=important&tag=urgent&__proto__=x",
    ["user-agent: test/1", "tEsT-HEADeR: 1", "tEsT-HEADeR: 2", "Cookie: a=b"],
  );
  const headers = {
    "Content-Length": "0",
    "Content-Type": "text/plain; charset=utf-8",
    Cookie: "a=b",
    Host: "api.example:8080",
    "User-Agent": "test/1",
    "X-Amzn-Trace-Id": expect.stringMatching(/^Root=1-[\da-f]{8}-[\da-f]{24}$/),
    "X-Forwarded-For": "127.0.0.1",
    "X-Forwarded-Port": String(served.port),
    "X-Forwarded-Proto": "http",
  };
  const lists = Object.entries(headers).map(([name, value]) => [name, [value]]);
  expect(event).toEqual({
    version: "1.0",
    resource: "/one/{id}",
    path: "/dev/one/a%20b",
    httpMethod: "GET",
    headers: { ...headers, "tEsT-HEADeR": "2" },
    multiValueHeaders: { ...Object.fromEntries(lists), "tEsT-HEADeR": ["1", "2"] },
    queryStringParameters: JSON.parse('{"tag":"urgent","__proto__":"x"}'),
    multiValueQueryStringParameters: JSON.parse('{"tag":["important","urgent"],"__proto__":["x"]}'),
    requestContext: contextOf(id),
    pathParameters: { id: "a b" },
    stageVariables: { alias: "live", color: "blue" },
    body: null,
    isBase64Encoded: false,
  });
});

test("is null where there is nothing", async () => {
  const { event } = await served.eventOf("/one/x");
  expect(event).toMatchObject({
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    body: null,
  });
  expect(event.requestContext).not.toHaveProperty("authorizer");
});

test("has claims and scopes right under the authorizer", async () => {
  const { event } = await served.eventOf("/one/me/claims", [
    `Authorization: Bearer ${served.pool.token()}`,
  ]);
  expect(event.requestContext.authorizer).toEqual({
    claims: {
      sub: "ada",
      iss: served.pool.issuer,
      aud: "client1",
      iat: "1795175940",
      exp: "1795176060",
    },
    scopes: null,
  });
});

/** Of `GET /dev/one/a%20b`. */
function contextOf(id: string | undefined) {
  return {
    accountId: "123456789012",
    apiId: "api1",
    deploymentId: "dep123",
    domainName: "api.example:8080",
    domainPrefix: "api",
    extendedRequestId: id,
    httpMethod: "GET",
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: "127.0.0.1",
      user: null,
      userAgent: "test/1",
      userArn: null,
    },
    path: "/dev/one/a b",
    protocol: "HTTP/1.1",
    requestId: id,
    requestTime: "20/Nov/2026:12:00:00 +0000",
    requestTimeEpoch: 1795176000000,
    resourceId: "ANY /one/{id}",
    resourcePath: "/one/{id}",
    stage: "dev",
  };
}
