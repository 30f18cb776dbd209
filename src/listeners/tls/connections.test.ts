import { once } from "node:events";
import { request as plainRequest } from "node:http";
import { type ClientHttp2Session, connect as connectHttp2 } from "node:http2";
import { request } from "node:https";
import { connect as connectPlain } from "node:net";
import { text } from "node:stream/consumers";
import { connect, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { selfSigned } from "../../../test/fixtures/certificate.ts";
import { temporaryServer } from "../../../test/fixtures/server.ts";

let server: Awaited<ReturnType<typeof temporaryServer>>;
let port: number;
let ca: string;

beforeAll(async () => {
  server = await temporaryServer();
  port = Number(new URL(server.url).port);
  ca = await authorityOf(server.url);
});

afterAll(() => server.close());

async function authorityOf(url: string): Promise<string> {
  const response = await fetch(`${url}/_gatepool/authority`);
  expect(response.headers.get("content-type")).toBe("application/x-pem-file");
  return response.text();
}

/** Asks over HTTPS under a name, as a client that trusts the authority. */
async function get(servername: string, path = "/_gatepool/health") {
  const headers = { host: servername };
  const asked = request({ host: "127.0.0.1", port, servername, path, headers, ca, agent: false });
  const [response] = await once(asked.end(), "response");
  return { status: response.statusCode, body: await text(response) };
}

test.each([
  ...["localhost", "cognito-idp.us-east-1.amazonaws.com", "abc.def.localhost"],
  ...["STS.us-east-1.Amazonaws.com", "sts.us-east-1.amazonaws.com."],
])("%s is answered over TLS", async (name) => {
  expect(await get(name)).toMatchObject({ status: 200 });
});

test("an API's own name reaches the gateway", async () => {
  const answer = await get("abc123def4.execute-api.us-east-1.amazonaws.com", "/hello");
  expect(answer).toEqual({ status: 404, body: '{"message":"Not Found"}' });
});

test("an address needs no name", async () => {
  const asked = request({ host: "127.0.0.1", port, path: "/_gatepool/health", ca, agent: false });
  const [response] = await once(asked.end(), "response");
  expect(response.statusCode).toBe(200);
  response.resume();
});

test("a name that the authority may not vouch for gets no certificate", async () => {
  await expect(get("evil.example")).rejects.toThrow();
});

test("who does not trust the authority is not served", async () => {
  const asked = request({ host: "127.0.0.1", port, servername: "localhost", agent: false });
  await expect(once(asked.end(), "response")).rejects.toThrow("unable to verify");
});

test("plain HTTP is answered on the same port, however the first bytes come", async () => {
  const socket = connectPlain(port, "127.0.0.1");
  const answered = text(socket);
  for (const part of ["G", "ET /_gatepool/health HTTP/1.1\r\nhost: local", "host\r\n"]) {
    await new Promise((resolve) => socket.write(part, resolve));
  }
  socket.end("connection: close\r\n\r\n");
  expect(await answered).toMatch(/^HTTP\/1\.1 200 OK/);
});

test("a connection that says neither is told so", async () => {
  const socket = connectPlain(port, "127.0.0.1");
  socket.end("\u0000\u0001\u0002");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request/);
});

test("a TLS record that holds no handshake ends the connection, and no other", async () => {
  const socket = connectPlain(port, "127.0.0.1");
  socket.write(Buffer.from("16030100050f00000100", "hex"));
  await once(socket.resume(), "close");
  expect((await get("localhost")).status).toBe(200);
});

async function overHttp2(run: (session: ClientHttp2Session) => Promise<void>): Promise<void> {
  const session = connectHttp2(`https://localhost:${port}`, {
    createConnection: () => connect({ host: "127.0.0.1", port, ca, ...h2 }),
  });
  await run(session);
  session.close();
  await once(session, "close");
}

const h2 = { servername: "localhost", ALPNProtocols: ["h2"] };

async function ask(session: ClientHttp2Session, headers: Record<string, string>, body?: string) {
  const stream = session.request(headers, { endStream: body === undefined });
  if (body !== undefined) stream.end(body);
  const [answered] = await once(stream, "response");
  return { status: answered[":status"], headers: answered, body: await text(stream) };
}

test("HTTP/2 reaches what HTTP/1.1 does, many requests at once", async () => {
  await overHttp2(async (session) => {
    const asked = Array.from({ length: 50 }, () => ask(session, { ":path": "/_gatepool/health" }));
    for (const { status, headers } of await Promise.all(asked)) {
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty("connection");
    }
  });
});

test("a body over HTTP/2 arrives, with and without its length", async () => {
  const headers = {
    ...{ ":method": "POST", ":path": "/", "content-type": "application/x-amz-json-1.1" },
    "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth",
  };
  const body = JSON.stringify({ AuthFlow: "NO_SUCH_FLOW", ClientId: "a" });
  await overHttp2(async (session) => {
    const first = await ask(session, headers, body);
    expect(first).toMatchObject({ status: 400 });
    expect(first.body).toContain("NO_SUCH_FLOW");
    const length = { "content-length": String(body.length) };
    expect((await ask(session, { ...headers, ...length }, body)).body).toBe(first.body);
  });
});

test("what HTTP/1.1 cannot say is refused over HTTP/2", async () => {
  await overHttp2(async (session) => {
    expect(await ask(session, { ":path": "/a\u00e4" })).toMatchObject({ status: 400 });
    expect(await ask(session, { ":method": "FOO" })).toMatchObject({ status: 400 });
    await expect(ask(session, { ":path": "/a b" })).rejects.toThrow("NGHTTP2_PROTOCOL_ERROR");
    const asked = ask(session, { ":path": "/", ":authority": "evil.example" });
    expect(await asked).toMatchObject({ status: 421 });
  });
});

test("a request that ends in the middle of its body leaves the server well", async () => {
  await overHttp2(async (session) => {
    const stream = session.request({ ":method": "POST", ":path": "/" }, { endStream: false });
    stream.write("{");
    stream.close();
    await once(stream, "close");
    expect(await ask(session, { ":path": "/_gatepool/health" })).toMatchObject({ status: 200 });
  });
});

test("the server ends although clients keep idle connections", async () => {
  const other = await temporaryServer();
  const options = { host: "127.0.0.1", port: Number(new URL(other.url).port) };
  const trusting = { ...options, servername: "localhost", ca: await authorityOf(other.url) };
  const sockets = [
    connect({ ...trusting, ALPNProtocols: ["h2"] }),
    connect({ ...trusting, ALPNProtocols: ["http/1.1"] }),
  ];
  const silent = connectPlain(options);
  await Promise.all([
    ...sockets.map((socket: TLSSocket) => once(socket, "secureConnect")),
    once(silent, "connect"),
  ]);
  await other.close();
  for (const socket of [...sockets, silent]) socket.destroy();
});

test("one's own certificate is shown for its name, and the authority's for others", async () => {
  const { certificate, privateKey } = selfSigned("127.0.0.1");
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const own = await temporaryServer({ certificates: [{ cert: certificate, key }] });
  const options = { host: "127.0.0.1", port: Number(new URL(own.url).port) };
  const byAddress = connect({ ...options, ca: certificate });
  await once(byAddress, "secureConnect");
  expect(byAddress.authorized).toBe(true);
  const trusted = { ca: await authorityOf(own.url), servername: "localhost" };
  const byName = connect({ ...options, ...trusted });
  await once(byName, "secureConnect");
  expect(byName.authorized).toBe(true);
  for (const socket of [byAddress, byName]) socket.destroy();
  await own.close();
});

test("a request over plain HTTP in front of a TLS client is no way around", async () => {
  const asked = plainRequest({ host: "127.0.0.1", port, headers: { host: "evil.example" } });
  const [response] = await once(asked.end(), "response");
  expect(response.statusCode).toBe(421);
  response.resume();
});
