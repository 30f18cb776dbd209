import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import {
  functionRoute,
  httpRoute,
  newIssuer,
  type ServedGateway,
  sendRaw,
  serveGateway,
  serveHttp,
  stagePlan,
} from "../../test/fixtures/gateway.ts";

const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA");
const guarded = { authorizer: pool.authorizer };
let backend: Awaited<ReturnType<typeof serveHttp>>;
let served: ServedGateway;
/** What the function answers. */
let invoked: () => Promise<string> = async () => '{"statusCode":201,"body":"made"}';

beforeAll(async () => {
  backend = await serveHttp((_, response) =>
    response.writeHead(404, { "x-amz-request-id": 'of"s3' }).end("not here"),
  );
  served = await serveGateway([], {
    localKeys: async () => pool.keySet,
    invoke: async () => ({ kind: "answered", payload: await invoked(), requestId: "run1" }),
  });
});
afterAll(async () => {
  await served.close();
  await backend.close();
});
afterEach(() => {
  served.accessLines.length = 0;
});

/** Has the stage log by a format. */
function logAs(format: string): void {
  const routes = [
    functionRoute("GET /made"),
    functionRoute("GET /guarded/{id}", guarded),
    functionRoute("GET /scoped", { ...guarded, scopes: ["pets/read"] }),
    httpRoute("GET /backend", backend.url),
    httpRoute("GET /gone", "http://127.0.0.1:1/"),
  ];
  const accessLog = { group: "/apis/pets", format: `log: ${format}` };
  served.plans.replaceApi("api1", [stagePlan({ routes, accessLog })]);
}

/** The line of a call, which is written when the answer is out. */
async function lineOf(call: () => Promise<unknown>): Promise<string> {
  await call();
  await vi.waitUntil(() => served.accessLines.length > 0);
  return (served.accessLines.shift() ?? "").replace("/apis/pets api1/$default log: ", "");
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${served.url}${path}`, { headers: { "user-agent": "tests", ...headers } });

const of = (names: string) => names.split(" ").map((name) => `$context.${name}`);

test("a line tells of the request", async () => {
  const names = "accountId apiId domainPrefix httpMethod identity.sourceIp identity.userAgent";
  const more = "path protocol requestTime requestTimeEpoch routeKey stage";
  logAs(of(`${names} ${more}`).join("|"));
  const line = await lineOf(() => get("/guarded/7?token=secret"));
  expect(line).toBe(
    "123456789012|api1|127|GET|127.0.0.1|tests|/guarded/7|HTTP/1.1|" +
      `20/Nov/2026:12:00:00 +0000|${served.now}|GET /guarded/{id}|$default`,
  );
});

test("the request id leads to the trace", async () => {
  logAs("$context.requestId=$context.extendedRequestId");
  let id = "";
  const line = await lineOf(async () => {
    id = (await get("/made")).headers.get("apigw-requestid") ?? "";
  });
  expect(line).toBe(`${id}=${id}`);
});

const answerNames =
  "status responseLength integration.status integration.integrationStatus integrationStatus " +
  "error.message error.messageString integrationErrorMessage authorizer.error";
test.each([
  ["/made", "201 4 201 200 200 - - - -"],
  ["/backend", "404 8 404 404 404 - - - -"],
  ["/nowhere", '404 23 - - - Not Found "Not Found" - -'],
  ["/guarded/1", '401 26 - - - Unauthorized "Unauthorized" - missing: token not provided'],
])("the line of %s tells of the answer: %s", async (path, expected) => {
  logAs(of(answerNames).join(" "));
  expect(await lineOf(() => get(path))).toBe(expected);
});

test("a backend that is gone is told in words, and refused tokens as AWS does", async () => {
  logAs("$context.status $context.integration.error $context.authorizer.error");
  expect(await lineOf(() => get("/gone"))).toMatch(/^503 .*ECONNREFUSED.* -$/);
  const expired = pool.token({ exp: 1 });
  const line = await lineOf(() => get("/guarded/1", { authorization: expired }));
  expect(line).toBe("401 - invalid_token: the token has expired");
  const scopeless = { authorization: pool.token() };
  expect(await lineOf(() => get("/scoped", scopeless))).toBe(
    "403 - insufficient_scope: the token does not have a required scope",
  );
});

test.each([
  ["/made", "run1 run1 -"],
  ["/backend", String.raw`of\"s3 of\"s3 -`],
  ["/nowhere", "- - RESOURCE_NOT_FOUND"],
  ["/guarded/1", "- - UNAUTHORIZED"],
  ["/gone", "- - INTEGRATION_FAILURE"],
])(
  "the line of %s tells who else knows the call, and the kind of error: %s",
  async (path, told) => {
    logAs(of("awsEndpointRequestId integration.requestId error.responseType").join(" "));
    expect(await lineOf(() => get(path))).toBe(told);
  },
);

test("bytes are counted both ways", async () => {
  logAs("$context.dataProcessed");
  const request = "GET /made HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\n";
  const line = await lineOf(() => sendRaw(served.port, `${request}hello`));
  expect(Number(line)).toBeGreaterThanOrEqual(request.length + "hello".length + "made".length - 4);
  expect(Number(line)).toBeLessThan(request.length + 20);
});

test("times are the gateway's", async () => {
  invoked = async () => {
    served.now += 40;
    return '"ok"';
  };
  logAs("$context.integrationLatency,$context.integration.latency,$context.responseLatency");
  expect(await lineOf(() => get("/made"))).toBe("40,40,40");
  invoked = async () => '"ok"';
});

test("claims of good tokens are logged where the format asks, and never a token", async () => {
  const claim = "authorizer.claims.";
  logAs(of(`${claim}sub ${claim}cognito:groups ${claim}none ${claim}constructor`).join(":"));
  const good = { authorization: `Bearer ${pool.token({ "cognito:groups": ["a", "b"] })}` };
  expect(await lineOf(() => get("/guarded/1", good))).toBe("ada:[a b]:-:-");
  const expired = { authorization: pool.token({ exp: 1 }) };
  expect(await lineOf(() => get("/guarded/1", expired))).toBe("-:-:-:-");
  logAs("$context.authorizer $context.authorizer.token $context.request.header.authorization");
  expect(await lineOf(() => get("/guarded/1", good))).toBe("- - -");
});

test("what is no variable stays, and what nobody knows is a hyphen", async () => {
  logAs("$contextual $ $context. $context.nothing $context.identity.user. context.status");
  expect(await lineOf(() => get("/made"))).toBe("$contextual $ $context. - -. context.status");
});

test("nobody can add members or lines to a log", async () => {
  logAs('{"agent":"$context.identity.userAgent","path":"$context.path"}');
  const line = await lineOf(() => get("/a%22%7D%5C", { "user-agent": '","admin":"\\' }));
  expect(JSON.parse(line)).toEqual({ agent: '","admin":"\\', path: '/a"}\\' });
});

test("refused and raw requests are logged, and 50 calls make 50 lines", async () => {
  logAs("$context.status");
  await lineOf(() =>
    sendRaw(served.port, "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
  );
  await Promise.all(Array.from({ length: 50 }, () => get("/made")));
  await vi.waitUntil(() => served.accessLines.length === 50);
});

test("a client that went away is logged without a status", async () => {
  logAs("$context.routeKey $context.status $context.responseLength");
  const arrived = new Promise<void>((resolve) => {
    invoked = () => {
      resolve();
      return new Promise(() => {});
    };
  });
  const line = await lineOf(async () => {
    const socket = connect(served.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write("GET /made HTTP/1.1\r\nHost: a\r\n\r\n");
    await arrived;
    socket.destroy();
  });
  expect(line).toBe("GET /made - 0");
});

test("a stage without a log writes nothing", async () => {
  served.plans.replaceApi("api1", [stagePlan({ routes: [httpRoute("GET /b", backend.url)] })]);
  await get("/b");
  logAs("$context.status");
  expect(await lineOf(() => get("/backend"))).toBe("404");
  expect(served.accessLines).toEqual([]);
});
