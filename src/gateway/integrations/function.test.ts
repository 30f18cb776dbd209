import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  functionRoute,
  newIssuer,
  type ServedGateway,
  sendRaw,
  serveGateway,
} from "../../../test/fixtures/gateway.ts";
import type { InvokeRequest, InvokeResult } from "../../foundation/invoke.ts";
import type { RoutePlan } from "../plan.ts";

const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA");
const ok: InvokeResult = { kind: "answered", payload: '{"statusCode":200,"body":"ok"}' };

let served: ServedGateway;
let asked: InvokeRequest | undefined;
let result: () => Promise<InvokeResult>;

/** Routes in format 1.0 start with `/one`, others are in 2.0. */
const routes: RoutePlan[] = [
  functionRoute("GET /items"),
  functionRoute("ANY /a/{id}"),
  functionRoute("$default"),
  functionRoute("GET /me", { authorizer: pool.authorizer, scopes: [] }),
  functionRoute("GET /mine", { authorizer: pool.authorizer, scopes: ["b", "a", "z"] }),
  inFormat1(functionRoute("ANY /one/{id}")),
  inFormat1(functionRoute("GET /one/me/claims", { authorizer: pool.authorizer })),
  functionRoute("GET /alias", {
    integration: {
      kind: "function",
      integrationId: "int3",
      functionArn: `arn:aws:lambda:us-east-1:123456789012:function:echo:\${stageVariables.alias}`,
      payloadFormat: "2.0",
      timeoutMs: 1234,
    },
  }),
];

function inFormat1(route: RoutePlan): RoutePlan {
  return { ...route, integration: Object.assign({}, route.integration, { payloadFormat: "1.0" }) };
}

beforeAll(async () => {
  const variables = { alias: "live", color: "blue" };
  served = await serveGateway([{ routes }, { stage: "dev", routes, variables }], {
    localKeys: async () => pool.keySet,
    invoke: (request) => {
      asked = request;
      return result();
    },
  });
});
afterAll(() => served.close());
afterEach(() => {
  asked = undefined;
  result = async () => ok;
});
result = async () => ok;

/** Sends a request as it stands, and tells the event that the function got. */
async function eventOf(target: string, headers: readonly string[] = [], body = "") {
  const method = target.includes(" ") ? "" : "GET ";
  const lines = [`${method}${target} HTTP/1.1`, "Host: api.example:8080", "Connection: close"];
  const answer = await sendRaw(served.port, [...lines, ...headers, "", body].join("\r\n"));
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  const id = /apigw-requestid: (\S+)/.exec(answer)?.[1];
  return { id, event: JSON.parse(String(asked?.payload ?? "null")) };
}

describe("format 2.0", () => {
  test("is complete", async () => {
    const { event, id } = await eventOf("/a/caf%C3%A9?tag=important&x=a%20b+c&tag=urgent", [
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
    const { event } = await eventOf("/items");
    const absent = ["cookies", "queryStringParameters", "pathParameters", "stageVariables", "body"];
    for (const member of absent) expect(event).not.toHaveProperty(member);
    expect(event.requestContext).not.toHaveProperty("authorizer");
    expect(event.rawQueryString).toBe("");
    expect(event.requestContext.http.userAgent).toBe("");
  });

  test("keeps a named stage in its paths", async () => {
    const { event } = await eventOf("/dev/items");
    expect(event.rawPath).toBe("/dev/items");
    expect(event.requestContext).toMatchObject({ stage: "dev", http: { path: "/dev/items" } });
    expect(event.stageVariables).toEqual({ alias: "live", color: "blue" });
  });

  test("tells claims as text, and no scopes where none are asked for", async () => {
    const claims = { "cognito:groups": ["admin", "users"], email_verified: true, __proto__: 1 };
    const { event } = await eventOf("/me", [`Authorization: ${pool.token(claims)}`]);
    expect(event.requestContext.authorizer).toEqual({
      jwt: {
        claims: {
          sub: "ada",
          iss: pool.issuer,
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
    const { event } = await eventOf("/mine", [`Authorization: ${pool.token({ scope: "a b c" })}`]);
    expect(event.requestContext.authorizer.jwt.scopes).toEqual(["b", "a"]);
  });
});

describe("format 1.0", () => {
  test("is complete", async () => {
    const { event, id } = await eventOf("/dev/one/a%20b?tag=important&tag=urgent&__proto__=x", [
      "user-agent: test/1",
      "tEsT-HEADeR: 1",
      "tEsT-HEADeR: 2",
      "Cookie: a=b",
    ]);
    const [host, port] = ["api.example:8080", String(served.port)];
    const traceId = event.headers["X-Amzn-Trace-Id"];
    expect(event).toEqual({
      version: "1.0",
      resource: "/one/{id}",
      path: "/dev/one/a%20b",
      httpMethod: "GET",
      headers: {
        "Content-Length": "0",
        "Content-Type": "text/plain; charset=utf-8",
        Cookie: "a=b",
        Host: host,
        "User-Agent": "test/1",
        "X-Amzn-Trace-Id": traceId,
        "X-Forwarded-For": "127.0.0.1",
        "X-Forwarded-Port": port,
        "X-Forwarded-Proto": "http",
        "tEsT-HEADeR": "2",
      },
      multiValueHeaders: {
        "Content-Length": ["0"],
        "Content-Type": ["text/plain; charset=utf-8"],
        Cookie: ["a=b"],
        Host: [host],
        "User-Agent": ["test/1"],
        "X-Amzn-Trace-Id": [traceId],
        "X-Forwarded-For": ["127.0.0.1"],
        "X-Forwarded-Port": [port],
        "X-Forwarded-Proto": ["http"],
        "tEsT-HEADeR": ["1", "2"],
      },
      queryStringParameters: JSON.parse('{"tag":"urgent","__proto__":"x"}'),
      multiValueQueryStringParameters: JSON.parse(
        '{"tag":["important","urgent"],"__proto__":["x"]}',
      ),
      requestContext: {
        accountId: "123456789012",
        apiId: "api1",
        deploymentId: "dep123",
        domainName: host,
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
      },
      pathParameters: { id: "a b" },
      stageVariables: { alias: "live", color: "blue" },
      body: null,
      isBase64Encoded: false,
    });
  });

  test("is null where there is nothing", async () => {
    const { event } = await eventOf("/one/x");
    expect(event).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      stageVariables: null,
      body: null,
    });
    expect(event.requestContext).not.toHaveProperty("authorizer");
  });

  test("has claims and scopes right under the authorizer", async () => {
    const { event } = await eventOf("/one/me/claims", [`Authorization: Bearer ${pool.token()}`]);
    expect(event.requestContext.authorizer).toEqual({
      claims: {
        sub: "ada",
        iss: pool.issuer,
        aud: "client1",
        iat: "1795175940",
        exp: "1795176060",
      },
      scopes: null,
    });
  });
});

describe("a body", () => {
  const text = '{"name":"é"}';
  const bytes = Buffer.from(text).toString("latin1");
  test.each([
    ["application/json", text, false],
    ["application/json; charset=utf-8", text, false],
    ["application/problem+json", text, false],
    ["text/csv", text, false],
    ["application/xml", text, false],
    ["image/svg+xml", text, false],
    ["application/javascript", text, false],
    ["application/x-www-form-urlencoded", Buffer.from(text).toString("base64"), true],
    ["multipart/form-data; boundary=x", Buffer.from(text).toString("base64"), true],
    ["application/octet-stream", Buffer.from(text).toString("base64"), true],
    ["application/jsonish", Buffer.from(text).toString("base64"), true],
  ])("of type %s", async (type, body, isBase64Encoded) => {
    const headers = [`Content-Type: ${type}`, `Content-Length: ${bytes.length}`];
    for (const path of ["/a/x", "/one/x"]) {
      const { event } = await eventOf(`POST ${path}`, headers, bytes);
      expect(event).toMatchObject({ body, isBase64Encoded });
    }
  });

  test("that is compressed is base64 whatever its type", async () => {
    const headers = ["Content-Type: text/plain", "Content-Encoding: gzip", "Content-Length: 2"];
    const { event } = await eventOf("POST /a/x", headers, "ab");
    expect(event).toMatchObject({ body: "YWI=", isBase64Encoded: true });
  });

  test("in chunks has its whole length in the event", async () => {
    const headers = ["Content-Type: text/plain", "Transfer-Encoding: chunked"];
    const { event } = await eventOf("POST /a/x", headers, "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    expect(event.body).toBe("abc");
    expect(event.headers).toMatchObject({ "content-length": "3" });
    expect(event.headers).not.toHaveProperty("transfer-encoding");
  });

  test.each([
    ["with its event more than 6 MB", 4_800_000, "application/octet-stream"],
    ["alone more than 6 MB", 6_400_000, "text/plain"],
    ["more than 10 MB", 10_500_000, "text/plain"],
  ])("%s is 413", async (_, size, type) => {
    const response = await fetch(`${served.url}/a/x`, {
      method: "POST",
      headers: { "content-type": type },
      body: Buffer.alloc(size, "a"),
    });
    expect(response.status).toBe(413);
    expect(await response.text()).toBe('{"message":"Request Entity Too Large"}');
    expect(asked).toBeUndefined();
  });
});

test("a client cannot pose as the gateway", async () => {
  const { event } = await eventOf("/items", [
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

describe("the call", () => {
  test("names the function with the stage's variables, and the time that it has", async () => {
    await eventOf("/dev/alias");
    expect(asked).toMatchObject({
      functionArn: "arn:aws:lambda:us-east-1:123456789012:function:echo:live",
      timeoutMs: 1234,
    });
  });

  test.each([
    ["threw", { kind: "threw", payload: "{}", reason: "KeyError" }, 500, "Internal Server Error"],
    ["timed out", { kind: "timed-out", reason: "after 30 s" }, 503, "Service Unavailable"],
    ["was throttled", { kind: "throttled", reason: "too many" }, 503, "Service Unavailable"],
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
      result = async () => outcome;
      const response = await fetch(`${served.url}/items`);
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({ message });
      const step = served.traceOf(response).steps.at(-1);
      expect(step).toMatchObject({ check: "integration", outcome: "refused" });
      if ("reason" in outcome) expect(step?.detail).toContain(outcome.reason);
    },
  );

  test("that breaks is 500, and the log says why", async () => {
    result = async () => {
      throw new Error("the runtime is gone");
    };
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
    result = async () => ({ kind: "answered", payload });
    const response = await fetch(`${served.url}/items`);
    expect(response.status).toBe(201);
    expect(await response.text()).toBe("hi");
    expect(response.headers.get("x-a")).toBe("b");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(response.headers.get("apigw-requestid")).toMatch(/^[\w-]{15}=$/);
    expect(response.headers.get("content-length")).toBe("2");
    expect(response.headers.get("date")).toBeTruthy();
  });
});
