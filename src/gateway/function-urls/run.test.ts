import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sendRaw } from "../../../test/fixtures/gateway.ts";
import { ada, openUrl, serveFunctionUrl, signedUrl } from "../../../test/fixtures/gateway-url.ts";
import type { InvokeResult } from "../../foundation/invoke.ts";

const cors = { AllowOrigins: ["https://app.example"], AllowMethods: ["PUT"], MaxAge: 60 };
let url: Awaited<ReturnType<typeof serveFunctionUrl>>;

beforeAll(async () => {
  url = await serveFunctionUrl();
});
afterAll(() => url.served.close());
beforeEach(() => url.reset());

describe("the event", () => {
  test("of an open URL is of format 2.0, with nobody's account, and the path as sent", async () => {
    const answer = await url.call("/a%20b/%C3%BC?x=1&x=2&y=%20", {
      headers: { cookie: "a=1; b=2" },
    });
    expect(answer.status).toBe(200);
    expect(url.lastEvent()).toMatchObject({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/a%20b/%C3%BC",
      rawQueryString: "x=1&x=2&y=%20",
      queryStringParameters: { x: "1,2", y: " " },
      cookies: ["a=1", "b=2"],
      isBase64Encoded: false,
    });
    const { requestContext } = url.lastEvent();
    expect(requestContext).toMatchObject({
      accountId: "anonymous",
      apiId: "url1",
      domainName: "url1.lambda-url.eu-west-1.on.aws",
      domainPrefix: "url1",
      http: { method: "GET", path: "/a%20b/%C3%BC", sourceIp: "127.0.0.1" },
      requestId: answer.headers.get("x-amzn-requestid"),
      routeKey: "$default",
      stage: "$default",
    });
    expect(requestContext).not.toHaveProperty("authorizer");
    expect(requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.has("apigw-requestid")).toBe(false);
  });

  test("of a signed call tells who signed it", async () => {
    url.state.find = () => signedUrl;
    await url.callSigned("/");
    expect(url.lastEvent().requestContext).toMatchObject({
      accountId: "123456789012",
      authorizer: {
        iam: {
          accessKey: "AKIAEXAMPLE",
          accountId: "111122223333",
          callerId: "111122223333",
          cognitoIdentity: null,
          principalOrgId: null,
          userArn: "arn:aws:iam::111122223333:root",
          userId: "111122223333",
        },
      },
    });
    const callerArn = "arn:aws:sts::111122223333:assumed-role/deploy/me";
    url.state.verdict = { ...ada, callerArn };
    await url.callSigned("/");
    const { iam } = url.lastEvent().requestContext.authorizer;
    expect(iam).toMatchObject({ userArn: callerArn, userId: "deploy:me", callerId: "deploy:me" });
  });

  test("of a path that looks like a stage's keeps it", async () => {
    await url.call("/$default/x");
    expect(url.lastEvent().rawPath).toBe("/$default/x");
    await url.call("/?a=b");
    expect(url.lastEvent()).toMatchObject({ rawPath: "/", rawQueryString: "a=b" });
  });
});

test("the function is run as of its URL, and with its time", async () => {
  await url.call();
  const source = { kind: "function-url", authType: "NONE" };
  expect(url.calls.at(-1)).toMatchObject({
    functionArn: openUrl.functionArn,
    timeoutMs: 33_000,
    source,
  });
  url.state.find = () => signedUrl;
  await url.callSigned();
  const caller = { account: ada.account, arn: ada.callerArn };
  expect(url.calls.at(-1)?.source).toEqual({ kind: "function-url", authType: "AWS_IAM", caller });
});

test("a response without a type is JSON, and has Lambda's own request id", async () => {
  const headers = { "x-amzn-requestid": "mine", "x-a": "b" };
  url.state.result = {
    kind: "answered",
    payload: JSON.stringify({ statusCode: 201, headers, body: "{}" }),
  };
  const answer = await url.call();
  expect(answer.status).toBe(201);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("x-a")).toBe("b");
  expect(answer.headers.get("x-amzn-requestid")).not.toBe("mine");
});

const plain = "Internal Server Error";
test.each<[string, InvokeResult, number, string]>([
  ["failed", { kind: "threw", payload: "{}", reason: "KeyError" }, 502, plain],
  ["took too long", { kind: "timed-out", reason: "after 33 s" }, 502, plain],
  ["is not there", { kind: "failed", reason: "no function" }, 502, plain],
  ["answered nonsense", { kind: "answered", payload: '{"statusCode":0}' }, 502, plain],
  ["is busy", { kind: "throttled", reason: "too many" }, 429, '{"Message":"Rate Exceeded."}'],
  [
    "may not be called",
    { kind: "not-permitted", reason: "nobody may", change: "aws lambda add-permission" },
    403,
    '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: ' +
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
  ],
])("of a function that %s", async (_, outcome, status, body) => {
  url.state.result = outcome;
  const answer = await url.call();
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(body);
  const trace = url.served.traceOf(answer);
  expect(trace.subject).toBe("GET / on function URL url1");
  expect(trace.steps.at(-1)?.reason?.change).toBeTruthy();
  if (outcome.kind === "not-permitted") {
    expect(trace.outcome.text).toContain("nobody may");
    expect(trace.steps.at(-1)?.reason?.change).toBe("aws lambda add-permission");
  }
});

describe("a URL", () => {
  test("that is not there is forbidden, like one that is not for the caller", async () => {
    for (const absent of [() => undefined, async () => undefined]) {
      url.state.find = absent;
      const answer = await url.call("/x?token=secret");
      await url.expectForbidden(answer);
      const { outcome, steps, subject } = url.served.traceOf(answer);
      expect(outcome.text).toBe("there is no function URL url1");
      expect(steps.at(-1)?.reason?.change).toContain("get-function-url-config");
      expect(subject).toBe("GET /x on function URL url1");
    }
  });

  test("may have to be read first", async () => {
    url.state.find = async () => openUrl;
    expect((await url.call()).status).toBe(200);
    url.state.find = () => Promise.reject(new Error("the storage is gone"));
    const broken = await url.call();
    expect(broken.status).toBe(500);
    expect(await broken.text()).toBe('{"Message":"Internal Server Error"}');
    expect(url.served.logged.at(-1)).toContain("a request broke the gateway");
  });

  test("is no API, and an API is no URL", async () => {
    url.state.find = () => undefined;
    expect((await fetch(`${url.served.url}/_api/api1/`)).status).toBe(200);
    url.state.find = () => openUrl;
    const answer = await fetch(url.served.url, { headers: { "x-test-api": "url1" } });
    expect(answer.status).toBe(404);
  });

  test("takes no body that an event could not hold", async () => {
    const answer = await url.call("/", { method: "POST", body: Buffer.alloc(6 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(answer.headers.get("x-amzn-errortype")).toBe("RequestEntityTooLargeException");
    expect(url.calls).toEqual([]);
  });

  test("takes no path that could be read in two ways", async () => {
    const answer = await sendRaw(
      url.served.port,
      "GET /_url/url1/a/%2e%2e/b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('{"Message":"Bad Request"}');
  });
});

describe("cross-origin requests", () => {
  const origin = "https://app.example";
  const preflight = {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "PUT" },
  };

  test("are answered as the URL's configuration says, also where calls are signed", async () => {
    for (const each of [openUrl, signedUrl]) {
      url.state.find = () => ({ ...each, cors });
      const answer = await url.call("/x", preflight);
      expect(answer.status).toBe(204);
      expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
      expect(answer.headers.get("access-control-allow-methods")).toBe("PUT");
      expect(answer.headers.get("access-control-max-age")).toBe("60");
    }
    expect(url.calls).toEqual([]);
    url.state.find = () => ({ ...openUrl, cors });
    const answer = await url.call("/x", { headers: { origin } });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  });

  test("are the function's own affair without a configuration", async () => {
    expect((await url.call("/x", preflight)).status).toBe(200);
    expect(url.lastEvent().requestContext.http.method).toBe("OPTIONS");
    url.state.find = () => signedUrl;
    url.calls.length = 0;
    await url.expectForbidden(await url.call("/x", preflight));
  });
});
