import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";
import { openEcho } from "../fixtures/open-echo.ts";
import { temporaryServer } from "../fixtures/server.ts";

const smuggled = "GET /_gatepool/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

describe("pitfall 24: one request stays one request", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stack: HelloStack;

  beforeAll(async () => {
    server = await temporaryServer();
    const clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
    await openEcho(clients, stack);
  });
  afterAll(() => server.close());

  /** Sends bytes, half-closes, and tells everything that came back. */
  const exchange = (head: string, body: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => {
        const line = `POST /_api/${stack.apiId}/api/open/x HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
        socket.end(`${line}${head}\r\n\r\n${body}`, "latin1");
      });
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk.toString("latin1");
      });
      socket.on("close", () => resolve(answer)).on("error", reject);
    });

  it.each([
    ["both lengths", "Content-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\nX"],
    ["two lengths", "Content-Length: 5\r\nContent-Length: 6", "abcdef"],
    ["a list of lengths", "Content-Length: 5, 6", "abcdef"],
    ["a signed length", "Content-Length: +5", "abcde"],
    ["a negative length", "Content-Length: -1", ""],
    ["chunked, but not last", "Transfer-Encoding: chunked, identity", "0\r\n\r\n"],
    ["chunked twice over", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"],
    ["a space before the colon", "Transfer-Encoding : chunked", "0\r\n\r\n"],
    ["a folded header", "Content-Length: 0\r\n Transfer-Encoding: chunked", ""],
    ["a bad chunk size", "Transfer-Encoding: chunked", "0x0\r\n\r\n"],
    ["a bare line feed", "X-A: b\nTransfer-Encoding: chunked", "0\r\n\r\n"],
    ["a null byte", "X-A: b\u0000c", ""],
  ])("%s", async (_, head, body) => {
    const answer = await exchange(head, body + smuggled);
    expect(answer).not.toContain('"status":"ok"');
    expect(answer).not.toMatch(/^HTTP\/1.1 200 /);
  });
});
