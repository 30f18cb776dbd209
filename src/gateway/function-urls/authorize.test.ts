import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sendRaw } from "../../../test/fixtures/gateway.ts";
import { ada, serveFunctionUrl, signedUrl } from "../../../test/fixtures/gateway-url.ts";
import { anySignature } from "../../../test/fixtures/wire.ts";
import type { Refusal } from "../../wire/authenticate.ts";

const cors = { AllowOrigins: ["https://app.example"] };
const expired: Refusal = {
  kind: "expired",
  message: "The security token included in the request is expired",
  reason: { check: "session token", expected: "fresh", received: "old", change: "renew it" },
};

let url: Awaited<ReturnType<typeof serveFunctionUrl>>;

beforeAll(async () => {
  url = await serveFunctionUrl();
});
afterAll(() => url.served.close());
beforeEach(() => {
  url.reset();
  url.state.find = () => signedUrl;
});

test("an unsigned call is refused, and its body is not read", async () => {
  const answer = await url.call("/", { method: "POST", body: "x" });
  await url.expectForbidden(answer);
  expect(url.checked).toEqual([]);
  expect(url.served.traceOf(answer).outcome.text).toContain("a request without a signature");
  const { change } = url.served.traceOf(answer).steps.at(-1)?.reason ?? {};
  expect(change).toContain("AuthType");
});

test("what is verified is the request as the client signed it, body and all", async () => {
  await url.callSigned("/a%20b?x=1", { method: "PUT", body: "hello" });
  expect(url.checked.at(-1)).toMatchObject({
    method: "PUT",
    path: "/_url/url1/a%20b",
    query: "x=1",
    body: Buffer.from("hello"),
  });
  expect(url.lastEvent().body).toBe("hello");
});

test("a header that was added to one of the same name is seen", async () => {
  await sendRaw(
    url.served.port,
    `GET /_url/url1/ HTTP/1.1\r\nHost: a\r\nAuthorization: ${anySignature}\r\n` +
      "Content-Type: text/plain\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n",
  );
  expect(url.checked.at(-1)?.headers["content-type"]).toBe("text/plain,text/html");
});

test("two Authorization headers are refused", async () => {
  const answer = await sendRaw(
    url.served.port,
    `GET /_url/url1/ HTTP/1.1\r\nHost: a\r\nAuthorization: ${anySignature}\r\n` +
      "Authorization: Bearer x\r\nConnection: close\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(answer).toContain("IncompleteSignatureException");
  expect(url.calls).toEqual([]);
});

test("what the signature's check refuses is told as Lambda's API tells it", async () => {
  url.state.verdict = expired;
  const answer = await url.callSigned();
  expect(answer.status).toBe(403);
  expect(answer.headers.get("x-amzn-errortype")).toBe("ExpiredTokenException");
  expect(await answer.json()).toEqual({ message: expired.message });
  expect(url.served.traceOf(answer).steps.at(-1)?.reason).toEqual(expired.reason);
  expect(url.calls).toEqual([]);
});

test.each([
  [{ service: "execute-api" }, "correct service"],
  [{ service: "s3" }, "correct service"],
  [{ region: "us-east-1" }, "valid region"],
])("a signature for something else is refused: %j", async (scope, message) => {
  url.state.verdict = { ...ada, ...scope };
  const answer = await url.callSigned();
  expect(answer.status).toBe(403);
  expect(answer.headers.get("x-amzn-errortype")).toBe("InvalidSignatureException");
  expect(await answer.text()).toContain(message);
  const reason = url.served.traceOf(answer).steps.at(-1)?.reason;
  expect(reason?.expected).toBe("service lambda in region eu-west-1");
  expect(url.calls).toEqual([]);
});

test("a page that is not trusted is refused, unless the URL's CORS lets it in", async () => {
  url.state.isTrusted = false;
  const origin = "https://app.example";
  const answer = await url.callSigned("/", { headers: { origin } });
  await url.expectForbidden(answer);
  expect(url.served.traceOf(answer).steps.at(-1)?.reason?.check).toBe("origin");
  url.state.find = () => ({ ...signedUrl, cors });
  expect((await url.callSigned("/", { headers: { origin } })).status).toBe(200);
  expect((await url.callSigned("/", { headers: { origin: "https://evil.example" } })).status).toBe(
    403,
  );
  expect((await url.callSigned()).status).toBe(403);
});

test("the trace tells who came in, and nothing of the signature", async () => {
  const answer = await url.callSigned();
  const trace = url.served.traceOf(answer);
  expect(trace.steps.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    "function URL passed",
    "signature passed",
    "integration passed",
  ]);
  expect(trace.steps[1]?.detail).toBe(`by ${ada.callerArn} (${ada.accessKeyId})`);
  expect(JSON.stringify(trace)).not.toContain("Signature=");
});
