import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { selfSigned } from "../../../test/fixtures/certificate.ts";
import {
  httpRoute,
  listen,
  newIssuer,
  type ServedGateway,
  sendRaw,
  serveGateway,
  serveHttp,
} from "../../../test/fixtures/gateway.ts";
import type { RoutePlan, StagePlan } from "../plan.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** What a backend saw of a request. */
interface Seen {
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
}

async function serve(stage: Partial<StagePlan>): Promise<ServedGateway> {
  const served = await serveGateway([stage]);
  closers.push(served.close);
  return served;
}

/** A backend that tells what it saw. */
async function echo() {
  const backend = await serveHttp((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part) => parts.push(part));
    incoming.on("end", () => {
      const { method, url } = incoming;
      const body = Buffer.concat(parts).toString("latin1");
      response.setHeader("x-backend", "yes");
      response.end(JSON.stringify({ method, url, headers: pairs(incoming), body }));
    });
  });
  closers.push(backend.close);
  return backend;
}

function pairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ""] as [string, string]] : [],
  );
}

async function see(url: string, init: RequestInit = {}): Promise<Seen> {
  const seen: Seen = JSON.parse(await (await fetch(url, init)).text());
  return seen;
}

describe("the address that is called", () => {
  const cases: [string, (backend: string) => RoutePlan, string, string][] = [
    ["the URI as it stands", (url) => httpRoute("GET /a", `${url}/x/y`), "/a", "/x/y"],
    ["the URI's root", (url) => httpRoute("GET /a", url), "/a", "/"],
    ["path variables", (url) => httpRoute("GET /p/{id}", `${url}/pets/{id}`), "/p/7", "/pets/7"],
    [
      "a variable that must be encoded",
      (url) => httpRoute("GET /p/{id}", `${url}/pets/{id}?id={id}`),
      "/p/a%20%26b%3Fc%252F",
      "/pets/a%20&b%3Fc%252F?id=a%20%26b%3Fc%252F",
    ],
    [
      "a greedy variable",
      (url) => httpRoute("ANY /p/{proxy+}", `${url}/base/{proxy}`),
      "/p/a/b%2Fc//d?e=f&e=%20",
      "/base/a/b/c//d?e=f&e=%20",
    ],
    [
      "the whole path for $default",
      (url) => httpRoute("$default", `${url}/base/`),
      "/a/b?c",
      "/base/a/b?c",
    ],
    [
      "both queries",
      (url) => httpRoute("GET /a", `${url}/x?own=1`),
      "/a?theirs=2",
      "/x?own=1&theirs=2",
    ],
    [
      "stage variables",
      () => httpRoute("GET /a", `http://\${stageVariables.host}/\${stageVariables.v}`),
      "/a",
      "/v2",
    ],
  ];

  test.each(cases)("%s", async (_, route, path, called) => {
    const { url: backend } = await echo();
    const variables = { host: backend.replace("http://", ""), v: "v2" };
    const { url } = await serve({ routes: [route(backend)], variables });
    expect((await see(`${url}${path}`)).url).toBe(called);
  });

  test("has no stage in it", async () => {
    const { url: backend } = await echo();
    const { url } = await serve({ stage: "api", routes: [httpRoute("$default", backend)] });
    expect((await see(`${url}/api/a/b`)).url).toBe("/a/b");
  });

  test("has the integration's own method", async () => {
    const { url: backend } = await echo();
    const { url } = await serve({ routes: [httpRoute("GET /a", backend, { method: "POST" })] });
    const seen = await see(`${url}/a`);
    expect(seen.method).toBe("POST");
    expect(seen.headers).toContainEqual(["content-length", "0"]);
  });

  test("cannot be made up when a stage variable is missing", async () => {
    const route = httpRoute("GET /a", `http://\${stageVariables.host}/`);
    const served = await serve({ routes: [route] });
    const response = await fetch(`${served.url}/a`);
    expect(response.status).toBe(500);
    const { steps } = served.traceOf(response);
    expect(steps.at(-1)?.detail).toBe("the stage has no variable host");
  });
});

describe("the request that is sent on", () => {
  test("has the gateway's own headers, and not the client's in their place", async () => {
    const { url: backend } = await echo();
    const { port } = await serve({ routes: [httpRoute("GET /a", backend)] });
    const answer = await sendRaw(
      port,
      "GET /a HTTP/1.1\r\nHost: api.example\r\nX-Forwarded-For: 6.6.6.6, <b>, ::1\r\nConnection: close, X-Hop\r\n" +
        "X-Hop: a\r\nX-Forwarded-Proto: https\r\nX_Forwarded_Host: evil\r\nX-Amzn-Trace-Id: Root=evil\r\n" +
        'X-Amzn-Oidc-Identity: evil\r\nForwarded: for="evil\r\nApigw-RequestId: evil\r\nTE: trailers\r\n' +
        "Keep-Alive: timeout=9\r\nUpgrade: h2c\r\nProxy-Authorization: evil\r\nAuthorization: Bearer kept\r\n" +
        "X-Twice: 1\r\nx-twice: 2\r\nExpect: 100-continue\r\n\r\n",
    );
    const { headers }: Seen = JSON.parse(
      answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1),
    );
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
    const seen: Seen = JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1));
    expect(seen.body).toBe(chunked ? "hello" : body);
    const framings = seen.headers.filter(([name]) => /length|transfer/.test(name));
    expect(framings).toHaveLength(1);
  });

  test("streams a large body at the backend's pace", async () => {
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
});

describe("the answer that comes back", () => {
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
      "HTTP/1.1 418 Tea\r\nServer: pot\r\nDate: Fri, 20 Nov 2026 12:00:00 GMT\r\nApigw-RequestId: forged\r\n" +
        "X-Gatepool-Trace: forged\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 3\r\n\r\ntea",
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
    ["has two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    [
      "has length and chunks",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
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

describe("a backend behind TLS", () => {
  /** Answers with a large body, so that reading goes on behind the first record. */
  async function secureBackend(trusted: boolean) {
    const { privateKey, certificate } = selfSigned("127.0.0.1");
    const before = getCACertificates("default");
    if (trusted) setDefaultCACertificates([...before, certificate]);
    const key = privateKey.export({ type: "pkcs8", format: "pem" });
    const server = createSecureServer({ key, cert: certificate }, (incoming, response) => {
      response.end(`${incoming.headers.host} ${"x".repeat(100_000)}`);
    });
    const port = await listen(server);
    closers.push(async () => {
      setDefaultCACertificates(before);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    });
    return serve({ routes: [httpRoute("GET /a", `https://127.0.0.1:${port}/`)] });
  }

  test("is called when its certificate is trusted", async () => {
    const { url } = await secureBackend(true);
    for (let round = 0; round < 2; round++) {
      const text = await (await fetch(`${url}/a`)).text();
      expect(text).toMatch(/^127\.0\.0\.1:\d+ x{100000}$/);
    }
  });

  test("is 503 when its certificate is not, and the trace says so", async () => {
    const served = await secureBackend(false);
    const response = await fetch(`${served.url}/a`);
    expect(response.status).toBe(503);
    expect(served.traceOf(response).steps.at(-1)?.detail).toMatch(/self-signed|certificate/);
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
