import { once } from "node:events";
import { connect, createServer } from "node:net";
import { duplexPair } from "node:stream";
import { connect as connectTls } from "node:tls";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listen } from "../../../test/fixtures/listeners.ts";
import { askedName } from "./asked-name.ts";
import { formerProxy } from "./former-proxy.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";

let outside: Awaited<ReturnType<typeof listen>>;
/** What got there. */
let leaked: string;
let proxy: RunningProxy;

beforeEach(async () => {
  leaked = "";
  const server = createServer((socket) => {
    socket.on("data", (bytes) => {
      leaked += bytes;
      socket.end("from outside");
    });
  });
  outside = await listen(server);
  proxy = await startProxy({ server: new URL("http://127.0.0.1:1"), former: formerProxy({}) });
});

afterEach(async () => {
  await Promise.all([proxy.close(), outside.close()]);
});

/** What a real client sends first. */
async function clientHello(servername: string): Promise<Buffer> {
  const [near, far] = duplexPair();
  const client = connectTls({ socket: near, servername });
  client.on("error", () => {});
  const [bytes] = await once(far, "data");
  client.destroy();
  return bytes;
}

test("TLS says the name, as soon as enough of it is there", async () => {
  const hello = await clientHello("sts.amazonaws.com");
  expect(askedName(hello)).toEqual({ known: true, name: "sts.amazonaws.com" });
  for (const length of [0, 1, 5, 9, 100, hello.length - 1]) {
    expect(askedName(hello.subarray(0, length))).toEqual({ known: false });
  }
});

test("a message in several records is put together", async () => {
  const message = (await clientHello("sts.amazonaws.com")).subarray(5);
  const record = (part: Buffer) =>
    Buffer.concat([Buffer.from([0x16, 3, 1, part.length >> 8, part.length & 0xff]), part]);
  const split = Buffer.concat([record(message.subarray(0, 70)), record(message.subarray(70))]);
  expect(askedName(split)).toEqual({ known: true, name: "sts.amazonaws.com" });
});

test.each([
  ["GET / HTTP/1.1\r\nX: 1\r\nHOST:  sts.amazonaws.com:80 \r\n\r\n", "sts.amazonaws.com:80"],
  ["GET / HTTP/1.0\r\n\r\nHost: sts.amazonaws.com", undefined],
  ["SSH-2.0-client\r\n", undefined],
  ["EHLO me\r\n", undefined],
  ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", undefined],
  ["\u0000binary", undefined],
])("%j asks for %s", (text, name) => {
  expect(askedName(Buffer.from(text))).toEqual({ known: true, ...(name && { name }) });
});

test.each(["G", "GET / HT", "GET / HTTP/1.1\r", "GET / HTTP/1.1\r\nHost: a\r\n"])(
  "%j is not enough",
  (text) => {
    expect(askedName(Buffer.from(text))).toEqual({ known: false });
  },
);

test("malformed lengths ask for nothing", () => {
  expect(askedName(Buffer.from("160301000501000001ff", "hex"))).toEqual({ known: true });
});

/** Sends bytes through a tunnel to an address outside; @returns what comes back */
async function throughTunnel(bytes: Buffer): Promise<string> {
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  socket.on("error", () => {});
  socket.write(`CONNECT 127.0.0.1:${outside.port} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await once(socket, "data");
  socket.write(bytes);
  await once(socket, "close");
  return received;
}

const request = (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

test("a tunnel to an address is cut when AWS is asked for there", async () => {
  await throughTunnel(await clientHello("cognito-idp.us-east-1.amazonaws.com"));
  await throughTunnel(await clientHello("sts.amazonaws.com.cn"));
  await throughTunnel(Buffer.from(request("STS.AmazonAWS.com.:80")));
  expect(leaked).toBe("");
  expect(await throughTunnel(Buffer.from(request("example.com")))).toMatch(/from outside$/);
  expect(leaked).toBe(request("example.com"));
});
