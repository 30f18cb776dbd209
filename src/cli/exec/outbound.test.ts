import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EchoServer, listen, startEcho } from "../../../test/fixtures/listeners.ts";
import { formerProxy } from "./former-proxy.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";

let server: EchoServer;
let outside: EchoServer;
/** The user's own proxy. */
let former: Awaited<ReturnType<typeof startFormer>>;
let proxy: RunningProxy | undefined;

beforeEach(async () => {
  [server, outside] = await Promise.all([startEcho("server"), startEcho("outside")]);
  former = await startFormer();
});

afterEach(async () => {
  await Promise.all([proxy?.close(), former.close(), server.close(), outside.close()]);
});

/** A proxy that takes one user, and leads every tunnel to the same place. */
async function startFormer() {
  const http: Server = createServer();
  const seen: IncomingMessage[] = [];
  const isKnown = ({ headers }: IncomingMessage) =>
    headers["proxy-authorization"] === `Basic ${btoa("ada:p@ss")}`;
  http.on("connect", (request, client) => {
    seen.push(request);
    if (!isKnown(request)) {
      client.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const host = connect(outside.port, "127.0.0.1");
    client.write("HTTP/1.1 200 OK\r\n\r\n");
    client.pipe(host).pipe(client);
    host.on("error", () => client.destroy());
    client.on("error", () => host.destroy());
  });
  http.on("request", (request, response) => {
    seen.push(request);
    response.statusCode = isKnown(request) ? 200 : 407;
    response.end("answered by the user's proxy");
  });
  return { ...(await listen(http)), seen };
}

const withUser = (user = "ada:p%40ss@") => `http://${user}127.0.0.1:${former.port}`;

async function start(env: Record<string, string>): Promise<void> {
  const url = new URL(`http://127.0.0.1:${server.port}`);
  proxy = await startProxy({ server: url, former: formerProxy(env) });
}

async function send(...lines: string[]): Promise<string> {
  const socket = connect(Number(new URL(proxy?.url ?? "").port), "127.0.0.1");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  return text(socket);
}

const plain = (target: string) => send(`GET ${target} HTTP/1.1`, "Host: x", "Connection: close");

const inTunnel = (target: string) =>
  send(
    `CONNECT ${target} HTTP/1.1`,
    "Host: x",
    "",
    "GET / HTTP/1.1",
    "Host: y",
    "Connection: close",
  );

test("a tunnel elsewhere goes through the user's proxy, with the user's name", async () => {
  await start({ HTTPS_PROXY: withUser() });
  expect(await inTunnel("unknown.example:443")).toContain('"name":"outside"');
  expect(former.seen[0]?.url).toBe("unknown.example:443");
});

test("plain HTTP elsewhere goes through the user's proxy, with the user's name", async () => {
  await start({ HTTP_PROXY: withUser() });
  expect(await plain("http://unknown.example/path?q")).toContain("answered by the user's proxy");
  expect(former.seen[0]?.url).toBe("http://unknown.example/path?q");
  expect(former.seen[0]?.headers.host).toBe("unknown.example");
});

test("AWS's names never get to it", async () => {
  await start({ HTTPS_PROXY: withUser(), HTTP_PROXY: withUser() });
  expect(await inTunnel("sts.amazonaws.com:443")).toContain('"name":"server"');
  expect(await plain("http://sts.amazonaws.com/")).toContain('"name":"server"');
  expect(await inTunnel("sts.amazonaws.com.cn:443")).toMatch(/^HTTP\/1\.1 403 /);
  expect(former.seen).toEqual([]);
});

test("hosts that pass by it are reached directly", async () => {
  await start({ HTTPS_PROXY: withUser(), NO_PROXY: `127.0.0.1:${outside.port}` });
  expect(await inTunnel(`127.0.0.1:${outside.port}`)).toContain('"name":"outside"');
  expect(former.seen).toEqual([]);
});

test("what it refuses is told, without its password", async () => {
  await start({ HTTPS_PROXY: withUser("ada:Wrong-1@") });
  const answer = await inTunnel("unknown.example:443");
  expect(answer).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
  expect(answer).toContain(`127.0.0.1:${former.port} answers 407 Proxy Authentication Required`);
  expect(answer).not.toContain("Wrong-1");
});

test("one that is not there, or of another kind, is told", async () => {
  await former.close();
  await start({ HTTPS_PROXY: withUser(), HTTP_PROXY: "socks5://127.0.0.1" });
  expect(await inTunnel("unknown.example:443")).toContain("connect ECONNREFUSED");
  expect(await plain("http://unknown.example/")).toContain("a proxy that speaks socks5");
  former = await startFormer();
});

test("an attempt to connect ends with the proxy", async () => {
  const silent = await listen(createServer().on("connect", () => {}));
  await start({ HTTPS_PROXY: `http://127.0.0.1:${silent.port}` });
  const socket = connect(Number(new URL(proxy?.url ?? "").port), "127.0.0.1");
  socket.write("CONNECT unknown.example:443 HTTP/1.1\r\nHost: x\r\n\r\n");
  const attempt = await silent.connected();
  attempt.resume();
  await Promise.all([once(attempt, "end"), proxy?.close()]);
  socket.destroy();
  proxy = undefined;
  await silent.close();
});
