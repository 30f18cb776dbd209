import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFunction } from "../../../test/fixtures/gateway-function.ts";

let served: Awaited<ReturnType<typeof serveFunction>>;

beforeAll(async () => {
  served = await serveFunction();
});
afterAll(() => served.close());

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
    const { event } = await served.eventOf(`POST ${path}`, headers, bytes);
    expect(event).toMatchObject({ body, isBase64Encoded });
  }
});

test("that is compressed is base64 whatever its type", async () => {
  const headers = ["Content-Type: text/plain", "Content-Encoding: gzip", "Content-Length: 2"];
  const { event } = await served.eventOf("POST /a/x", headers, "ab");
  expect(event).toMatchObject({ body: "YWI=", isBase64Encoded: true });
});

test("in chunks has its whole length in the event", async () => {
  const headers = ["Content-Type: text/plain", "Transfer-Encoding: chunked"];
  const { event } = await served.eventOf("POST /a/x", headers, "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
  expect(event.body).toBe("abc");
  expect(event.headers).toMatchObject({ "content-length": "3" });
  expect(event.headers).not.toHaveProperty("transfer-encoding");
});

test.each([
  ["that makes its event more than 6 MB", 4_800_000, "application/octet-stream"],
  ["alone more than 6 MB", 6_400_000, "text/plain"],
  ["more than 10 MB", 10_500_000, "text/plain"],
])("%s is 413", async (_, size, type) => {
  const before = served.calls.length;
  const response = await fetch(`${served.url}/a/x`, {
    method: "POST",
    headers: { "content-type": type },
    body: Buffer.alloc(size, "a"),
  });
  expect(response.status).toBe(413);
  expect(await response.text()).toBe('{"message":"Request Entity Too Large"}');
  expect(served.calls).toHaveLength(before);
});
