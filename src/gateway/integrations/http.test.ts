import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import {
  httpRoute,
  newIssuer,
  type ServedGateway,
  serveGateway,
  serveHttp,
} from "../../../test/fixtures/gateway.ts";
import type { StagePlan } from "../plan.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(stage: Partial<StagePlan>): Promise<ServedGateway> {
  const served = await serveGateway([stage]);
  closers.push(served.close);
  return served;
}

test("a large body is streamed at the backend's pace", async () => {
  let received = 0;
  const backend = await serveHttp((incoming, response) => {
    incoming.on("data", (part) => {
      received += part.length;
    });
    incoming.on("end", () => response.end(String(received)));
  });
  closers.push(backend.close);
  const { url } = await serve({ routes: [httpRoute("PUT /a", backend.url)] });
  const body = Buffer.alloc(9 * 1024 * 1024, 1);
  const response = await fetch(`${url}/a`, { method: "PUT", body });
  expect(await response.text()).toBe(String(body.length));
});

describe("the answer that comes back", () => {
  const ok = "HTTP/1.1 200 OK\r\n";

  async function answered(raw: string, stage: Partial<StagePlan> = {}, init: RequestInit = {}) {
    const backend = await serveHttp(() => {});
    closers.push(backend.close);
    backend.server.removeAllListeners("connection");
    backend.server.on("connection", (socket) => {
      socket.once("data", () => socket.end(raw, "latin1"));
      socket.on("error", () => {});
    });
    const served = await serve({ routes: [httpRoute("ANY /a", backend.url)], ...stage });
    return { served, response: await fetch(`${served.url}/a`, { redirect: "manual", ...init }) };
  }

  test("keeps status, headers and body, and gets the gateway's headers", async () => {
    const { response, served } = await answered(
      "HTTP/1.1 418 Tea\r\nServer: pot\r\nDate: Fri, 20 Nov 2026 12:00:00 GMT\r\n" +
        "Apigw-RequestId: forged\r\nX-Gatepool-Trace: forged\r\n" +
        "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 3\r\n\r\ntea",
    );
    expect(response.status).toBe(418);
    expect(await response.text()).toBe("tea");
    expect(response.headers.get("server")).toBe("pot");
    expect(response.headers.get("date")).toBe("Fri, 20 Nov 2026 12:00:00 GMT");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    const id = response.headers.get("apigw-requestid");
    expect(id).toMatch(/^[\w-]{15}=$/);
    expect(response.headers.get("x-gatepool-trace")).toBe(`/_gatepool/traces/${id}`);
    expect(served.traceOf(response).outcome.status).toBe(418);
  });

  test("is a redirect if the backend's is", async () => {
    const { response } = await answered(
      "HTTP/1.1 302 Found\r\nLocation: http://elsewhere/\r\nContent-Length: 0\r\n\r\n",
    );
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("http://elsewhere/");
  });

  test("may come in chunks", async () => {
    const { response } = await answered(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
    );
    expect(await response.text()).toBe("hello");
  });

  test("may end with the connection", async () => {
    const { response } = await answered("HTTP/1.1 200 OK\r\n\r\nhello");
    expect(await response.text()).toBe("hello");
  });

  test("has no body to HEAD, but its length", async () => {
    const { response } = await answered(
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
      {},
      { method: "HEAD" },
    );
    expect(response.headers.get("content-length")).toBe("9");
    expect(await response.text()).toBe("");
  });

  test.each([
    ["splits the response", "HTTP/1.1 200 OK\r\nX-A: b\r\n evil: c\r\nContent-Length: 0\r\n\r\n"],
    ["has two lengths", `${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    [
      "has length and chunks",
      `${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ["is no HTTP", "hello\r\n\r\n"],
    ["is too long", "HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\na"],
  ])("is 500 when the backend's %s", async (_, raw) => {
    const { response, served } = await answered(raw);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"message":"Internal Server Error"}');
    expect(served.traceOf(response).steps.at(-1)).toMatchObject({ outcome: "refused" });
  });

  test("is broken off when the backend breaks off", async () => {
    const { response } = await answered("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    await expect(response.text()).rejects.toThrow();
  });

  test("is broken off when it gets too long on the way", async () => {
    const backend = await serveHttp((_, response) => {
      response.write(Buffer.alloc(6 * 1024 * 1024));
      response.end(Buffer.alloc(6 * 1024 * 1024));
    });
    closers.push(backend.close);
    const { url } = await serve({ routes: [httpRoute("GET /a", backend.url)] });
    await expect(fetch(`${url}/a`).then((response) => response.text())).rejects.toThrow();
  });

  test("comes at the client's pace, whole", async () => {
    const body = Buffer.alloc(8 * 1024 * 1024, "abcdefg");
    const backend = await serveHttp((_, response) => response.end(body));
    closers.push(backend.close);
    const { url } = await serve({ routes: [httpRoute("GET /a", backend.url)] });
    const response = await new Promise<IncomingMessage>((resolve) =>
      request(`${url}/a`, resolve).end(),
    );
    const parts: Buffer[] = [];
    for await (const part of response) {
      parts.push(part);
      await new Promise(setImmediate);
    }
    expect(Buffer.concat(parts).equals(body)).toBe(true);
  });
});

describe("a backend that fails", () => {
  test("to answer in time is 503, and the trace says after how long", async () => {
    const backend = await serveHttp(() => {});
    closers.push(backend.close);
    const served = await serve({ routes: [httpRoute("GET /a", backend.url, { timeoutMs: 50 })] });
    const response = await fetch(`${served.url}/a`);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('{"message":"Service Unavailable"}');
    const { steps } = served.traceOf(response);
    expect(steps.at(-1)?.reason?.received).toContain("no complete answer within 50 ms");
  });

  test("to be there is 503", async () => {
    const backend = await serveHttp(() => {});
    await backend.close();
    const served = await serve({ routes: [httpRoute("GET /a", `${backend.url}/x?secret=1`)] });
    const response = await fetch(`${served.url}/a`);
    expect(response.status).toBe(503);
    const { steps } = served.traceOf(response);
    expect(steps.at(-1)?.detail).toContain("ECONNREFUSED");
    expect(JSON.stringify(steps)).not.toContain("secret");
  });

  test("to speak TLS is 503", async () => {
    const backend = await serveHttp(() => {});
    closers.push(backend.close);
    const route = httpRoute("GET /a", backend.url.replace("http:", "https:"));
    const { url } = await serve({ routes: [route] });
    expect((await fetch(`${url}/a`)).status).toBe(503);
  });
});

describe("a client that goes away", () => {
  test("takes its request to the backend with it", async () => {
    let arrived = () => {};
    let left = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const leaving = new Promise<void>((resolve) => {
      left = resolve;
    });
    const backend = await serveHttp((incoming) => {
      incoming.socket.on("close", left);
      arrived();
    });
    closers.push(backend.close);
    const { port } = await serve({ routes: [httpRoute("GET /a", backend.url)] });
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    await arrival;
    socket.destroy();
    await leaving;
  });

  test("in the middle of its body, too", async () => {
    let left = () => {};
    const leaving = new Promise<void>((resolve) => {
      left = resolve;
    });
    let client = connect(1);
    client.on("error", () => {});
    const backend = await serveHttp((incoming) => {
      incoming.once("data", () => client.destroy());
      incoming.on("error", () => {});
      incoming.socket.on("close", left);
    });
    closers.push(backend.close);
    const { port } = await serve({ routes: [httpRoute("POST /a", backend.url)] });
    client = connect(port, "127.0.0.1");
    client.write("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
    await leaving;
  });
});

test("a body that grows too long on the way is 413, and the backend is left", async () => {
  const backend = await serveHttp((incoming) => incoming.resume());
  closers.push(backend.close);
  const { port } = await serve({ routes: [httpRoute("POST /a", backend.url)] });
  const client = request({ port, host: "127.0.0.1", path: "/a", method: "POST" });
  client.on("error", () => {});
  const megabyte = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < 11; sent++) client.write(megabyte);
  const [response] = await once(client, "response");
  expect(response.statusCode).toBe(413);
  client.destroy();
});

test("a client that gets a backend's HEAD for its GET does not wait for a body", async () => {
  const backend = await serveHttp((_, response) => response.setHeader("content-length", 9).end());
  closers.push(backend.close);
  const { url } = await serve({ routes: [httpRoute("GET /a", backend.url, { method: "HEAD" })] });
  expect(await (await fetch(`${url}/a`)).text()).toBe("");
});

test("an answer before the whole request was read does not spoil the next one", async () => {
  const backend = await serveHttp((_, response) => response.writeHead(401).end("no"));
  closers.push(backend.close);
  const { url } = await serve({ routes: [httpRoute("POST /a", backend.url)] });
  for (let round = 0; round < 3; round++) {
    const response = await fetch(`${url}/a`, { method: "POST", body: Buffer.alloc(3_000_000) });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe("no");
  }
});

test("the authorizer's decision comes before the backend", async () => {
  let asked = 0;
  const backend = await serveHttp((_, response) => response.end(String(++asked)));
  closers.push(backend.close);
  const pool = newIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool");
  const route = httpRoute("GET /a", backend.url, { authorizer: pool.authorizer });
  const { url } = await serve({ routes: [route] });
  expect((await fetch(`${url}/a`)).status).toBe(401);
  expect(asked).toBe(0);
});
