import { afterEach, expect, test } from "vitest";
import { httpRoute, sendRaw, serveGateway } from "../../../test/fixtures/gateway.ts";
import { readSeen, serveEcho } from "../../../test/fixtures/http-echo.ts";
import type { StagePlan } from "../plan.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(stage: Partial<StagePlan>) {
  const served = await serveGateway([stage]);
  closers.push(served.close);
  return served;
}

async function echo() {
  const backend = await serveEcho();
  closers.push(backend.close);
  return backend;
}

test("has the gateway's own headers, and not the client's in their place", async () => {
  const { url: backend } = await echo();
  const { port } = await serve({ routes: [httpRoute("GET /a", backend)] });
  const lines = [
    "GET /a HTTP/1.1",
    "Host: api.example",
    "X-Forwarded-For: 6.6.6.6, <b>, ::1",
    "Connection: close, X-Hop",
    "X-Hop: evil",
    "X-Forwarded-Proto: evil",
    "X_Forwarded_Host: evil",
    "X-Amzn-Trace-Id: Root=evil",
    "X-Amzn-Oidc-Identity: evil",
    'Forwarded: for="evil',
    "Apigw-RequestId: evil",
    "TE: trailers",
    "Keep-Alive: timeout=9",
    "Upgrade: h2c",
    "Proxy-Authorization: evil",
    "Authorization: Bearer kept",
    "X-Twice: 1",
    "x-twice: 2",
    "Expect: 100-continue",
  ];
  const { headers } = readSeen(await sendRaw(port, `${lines.join("\r\n")}\r\n\r\n`));
  expect(headers).toEqual([
    ["host", backend.replace("http://", "")],
    ["authorization", "Bearer kept"],
    ["x-twice", "1"],
    ["x-twice", "2"],
    [
      "forwarded",
      'for=6.6.6.6, for="[::1]", by=127.0.0.1;for=127.0.0.1;host=api.example;proto=http',
    ],
    ["via", "HTTP/1.1 AmazonAPIGateway"],
  ]);
});

test.each([
  ["a length", "hello", false],
  ["nothing", "", false],
  ["chunks", "5\r\nhello\r\n0\r\n\r\n", true],
])("has the body, by %s", async (_, body, chunked) => {
  const { url: backend } = await echo();
  const { port } = await serve({ routes: [httpRoute("POST /a", backend)] });
  const framing = chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${body.length}`;
  const answer = await sendRaw(
    port,
    `POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${framing}\r\n\r\n${body}`,
  );
  const seen = readSeen(answer);
  expect(seen.body).toBe(chunked ? "hello" : body);
  const framings = seen.headers.filter(([name]) => /length|transfer/.test(name));
  expect(framings).toHaveLength(1);
});
