import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { WireRequest } from "./exchange.ts";
import { readRequest, writeResponse } from "./node-http.ts";

const limits = { code: 5000, signed: 1000, unsigned: 10 };
const signed = { authorization: "AWS4-HMAC-SHA256 x" };
const forLambda = {
  authorization: "AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/lambda/aws4_request, x",
};
let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
});

test("a request is read whole, its target cut in two and left encoded", async () => {
  const { url, requests } = await start();
  await fetch(`${url}/a%2Fb?c=%20d?e`, { method: "POST", body: "0123456789" });
  expect(requests[0]).toMatchObject({
    method: "POST",
    path: "/a%2Fb",
    query: "c=%20d?e",
    body: Buffer.from("0123456789"),
  });
  expect(requests[0]?.bodyTooLarge).toBeUndefined();
});

test.each([
  ["without a signature", {}, 11, true],
  ["with a signature, up to its limit", signed, 1000, undefined],
  ["with a signature, over its limit", signed, 1001, true],
  ["with a signature for Lambda, up to its limit", forLambda, 5000, undefined],
  ["with a signature for Lambda, over its limit", forLambda, 5001, true],
])("%s", async (_, headers: Record<string, string>, size, tooLarge) => {
  const { url, requests } = await start();
  const answer = await fetch(url, { method: "POST", headers, body: "x".repeat(size) });
  expect(answer.status).toBe(200);
  expect(requests[0]?.bodyTooLarge).toBe(tooLarge);
  expect(requests[0]?.body.length).toBe(tooLarge ? 0 : size);
});

test("a body that comes in pieces, without its length, is measured all the same", async () => {
  const { url, requests } = await start();
  const body = new ReadableStream({
    start(controller) {
      for (let piece = 0; piece < 5; piece++) controller.enqueue(new Uint8Array(4));
      controller.close();
    },
  });
  await fetch(url, { method: "POST", body, duplex: "half" });
  expect(requests[0]?.bodyTooLarge).toBe(true);
});

test("a stream of events is not waited for: it ends when its answer does", async () => {
  const { url, requests } = await start();
  const headers = { "content-type": "application/vnd.amazon.eventstream" };
  const body = new ReadableStream({ start: (events) => events.enqueue(new Uint8Array(4)) });
  const answer = await fetch(url, { method: "POST", headers, body, duplex: "half" });
  expect(answer.status).toBe(200);
  expect(requests[0]?.bodyTooLarge).toBe(true);
});

test("a client that goes away before the end is not answered", async () => {
  const { port, failures, started } = await start();
  const socket = connect(port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
  await started;
  socket.destroy();
  await expect.poll(() => failures.length).toBe(1);
});

test("a 204 has no body", async () => {
  const { url } = await start(204);
  const answer = await fetch(url);
  expect(answer.status).toBe(204);
  expect(answer.headers.get("content-length")).toBeNull();
});

async function start(status = 200) {
  const requests: WireRequest[] = [];
  const failures: Error[] = [];
  server = createServer((req, res) => {
    readRequest(req, limits).then(
      (request) => {
        requests.push(request);
        writeResponse(res, { status, headers: {}, body: "done" });
      },
      (error: Error) => failures.push(error),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  return { url, port: address.port, requests, failures, started: once(server, "request") };
}
