import { once } from "node:events";
import { connect, createServer } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EchoServer, listen, startEcho } from "../../../test/fixtures/listeners.ts";
import { formerProxy } from "./former-proxy.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";

let server: EchoServer;
let outside: EchoServer;
let proxy: RunningProxy;

beforeEach(async () => {
  [server, outside] = await Promise.all([startEcho("server"), startEcho("outside")]);
  proxy = await start();
});

afterEach(async () => {
  await Promise.all([proxy.close(), server.close(), outside.close()]);
});

const start = (env: Record<string, string> = {}) =>
  startProxy({ server: new URL(`http://127.0.0.1:${server.port}`), former: formerProxy(env) });

/** Sends bytes to the proxy; @returns all that came back until it closed */
async function send(bytes: string, to = proxy): Promise<string> {
  const socket = connect(Number(new URL(to.url).port), "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

const get = (target: string, ...headers: string[]) =>
  send(
    [`GET ${target} HTTP/1.1`, "Host: ignored", ...headers, "Connection: close", "", ""].join(
      "\r\n",
    ),
  );

const inTunnel = (target: string, to = proxy) =>
  send(
    `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n` +
      "GET /within HTTP/1.1\r\nHost: within\r\nConnection: close\r\n\r\n",
    to,
  );

test.each([
  ...["sts.amazonaws.com:443", "abc.execute-api.us-east-1.amazonaws.com:8443", "x.on.aws:443"],
  ...["ada.auth.us-east-1.amazoncognito.com:443", "amazonaws.com:80", "x.api.aws:443"],
  // Other spellings of the same names.
  ...["STS.AmazonAWS.COM:443", "sts.amazonaws.com.:443", "sts.amazonaws.com..:443"],
  ...["sts.amazon%61ws.com:443"],
])("a tunnel to %s ends at the server", async (target) => {
  const answer = await inTunnel(target);
  expect(answer).toMatch(/^HTTP\/1\.1 200 Connection established\r\n\r\nHTTP\/1\.1 200 OK/);
  expect(answer).toContain('"name":"server","method":"GET","url":"/within"');
});

test.each([
  ...["sts.amazonaws.com.cn:443", "us-east-1.signin.aws:443", "d-123.awsapps.com:443"],
  ...["169.254.169.254:80", "0xA9FEA9FE:80", "2852039166:80", "[::ffff:169.254.169.254]:80"],
  "[fd00:ec2::254]:80",
])("a tunnel to %s, which is AWS's, is refused by name", async (target) => {
  const answer = await inTunnel(target);
  expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  expect(answer).toContain("is AWS's, and Gatepool has nothing there; not passed on");
});

test.each([
  "",
  "sts.amazonaws.com",
  "sts.amazonaws.com:0",
  "a:99999",
  "user@sts.amazonaws.com:443",
])("a tunnel to %j is refused: there is no such address", async (target) => {
  expect(await inTunnel(target)).toMatch(/^HTTP\/1\.1 400 /);
  expect(server.seen).toHaveLength(0);
});

test("a tunnel to another host leads there", async () => {
  expect(await inTunnel(`127.0.0.1:${outside.port}`)).toContain('"name":"outside"');
});

test("a host that cannot be reached is told", async () => {
  const { port } = outside;
  await outside.close();
  const tunnel = await inTunnel(`127.0.0.1:${port}`);
  const plain = await get(`http://127.0.0.1:${port}/`);
  outside = await startEcho("outside");
  const told = `gatepool exec: no connection to 127.0.0.1:${port}: connect ECONNREFUSED`;
  expect(tunnel).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
  expect(tunnel).toContain(told);
  expect(plain).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
  expect(plain).toContain(told);
});

test("a request in plain HTTP to AWS goes to the server, under the name that it asks", async () => {
  const answer = await get("http://sts.amazonaws.com/a/../b%2F?q=1", "X-Own: 1");
  expect(answer).toContain('"name":"server"');
  expect(answer).toContain('"url":"/a/../b%2F?q=1"');
  expect(answer).toContain('"host":"sts.amazonaws.com"');
  expect(answer).toContain('"x-own":"1"');
});

test("a request elsewhere goes there, whatever its Host says", async () => {
  const authority = `127.0.0.1:${outside.port}`;
  const answer = await send(
    `GET http://${authority}?q HTTP/1.1\r\nHost: sts.amazonaws.com\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toContain('"name":"outside","method":"GET","url":"/?q"');
  expect(answer).toContain(`"host":"${authority}"`);
});

test("bodies and answers pass as they are, headers of one connection do not", async () => {
  const answer = await send(
    `POST http://127.0.0.1:${outside.port}/ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n` +
      "Proxy-Authorization: Basic eA==\r\nProxy-Connection: keep-alive\r\nX-Hop: 1\r\n" +
      "Connection: close, X-Hop, Content-Length\r\n\r\nabc",
  );
  expect(answer).toContain('"body":"abc"');
  expect(answer).not.toMatch(/proxy-|x-hop/i);
});

test.each(["/", "https://sts.amazonaws.com/", "ftp://sts.amazonaws.com/", "http://a/#b", "*"])(
  "the proxy itself has nothing at %s",
  async (target) => {
    expect(await get(target)).toMatch(/^HTTP\/1\.1 400 /);
    expect(server.seen).toHaveLength(0);
  },
);

test("a tunnel passes the end of one half, and bytes in both directions", async () => {
  const listener = createServer({ allowHalfOpen: true }, (socket) => {
    let received = "";
    socket.write("first ");
    socket.on("data", (bytes) => {
      received += bytes;
    });
    socket.once("end", () => socket.end(`then ${received}`));
  });
  const peer = await listen(listener);
  const socket = connect({ port: Number(new URL(proxy.url).port), host: "127.0.0.1" });
  socket.end(`CONNECT 127.0.0.1:${peer.port} HTTP/1.1\r\nHost: x\r\n\r\nbytes`);
  expect(await text(socket)).toMatch(/\r\n\r\nfirst then bytes$/);
  await peer.close();
});

test("nothing is left open after the end", async () => {
  const quiet = await listen(createServer(() => {}));
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  socket.write(`CONNECT 127.0.0.1:${quiet.port} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await once(socket, "data");
  await proxy.close();
  await vi.waitFor(() => expect(quiet.open.size).toBe(0));
  if (!socket.closed) await once(socket, "close");
  await expect(send("GET / HTTP/1.1\r\n\r\n")).rejects.toThrow("ECONNREFUSED");
  await quiet.close();
  proxy = await start();
});

test("a client that goes away ends its tunnel", async () => {
  const quiet = await listen(createServer(() => {}));
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  socket.write(`CONNECT 127.0.0.1:${quiet.port} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await once(socket, "data");
  socket.resetAndDestroy();
  await vi.waitFor(() => expect(quiet.open.size).toBe(0));
  await quiet.close();
});
