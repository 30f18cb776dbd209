import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { listen } from "../../../test/fixtures/gateway.ts";
import type { HopConnection, HopExchange, HopFailure } from "./connection.ts";
import { originOf } from "./origin.ts";
import { HopPool } from "./pool.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/** A backend that does with each request as it is told; connections are counted from 1. */
async function backend(onRequest: (socket: Socket, connection: number, request: number) => void) {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    const connection = ++connections;
    let requests = 0;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => onRequest(socket, connection, ++requests));
  });
  const port = await listen(server);
  const pool = new HopPool();
  closers.push(() => {
    pool.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    count: () => connections,
    pool,
    closeConnections: async () => {
      const closed = [...sockets].map((socket) => once(socket, "close"));
      for (const socket of sockets) socket.end();
      await Promise.all(closed);
    },
    send: (method = "GET", timeoutMs = 5000) =>
      send(pool, new URL(`http://127.0.0.1:${port}`), method, timeoutMs),
  };
}

function send(pool: HopPool, url: URL, method: string, timeoutMs: number) {
  return new Promise<{ status: number; body: string } | HopFailure>((resolve) => {
    const heard = { status: 0, body: "" };
    const head = `${method} / HTTP/1.1\r\nhost: backend\r\n\r\n`;
    const exchange: HopExchange = {
      request: { method, head, body: undefined, repeatable: method === "GET" },
      connection: undefined satisfies HopConnection | undefined,
      onHead: (status) => {
        heard.status = status;
      },
      onBody: (part, last) => {
        heard.body += part.toString();
        // The connection is free only once what brought the end is read.
        if (last) setImmediate(resolve, heard);
      },
      onFailure: resolve,
    };
    pool.send(originOf(url, timeoutMs), exchange);
  });
}

describe("connections", () => {
  test("are used again, one request at a time", async () => {
    const { send, count } = await backend((socket) => socket.write(ok));
    expect(await send()).toEqual({ status: 200, body: "ok" });
    expect(await send("POST")).toEqual({ status: 200, body: "ok" });
    expect(count()).toBe(1);
    await Promise.all([send(), send(), send()]);
    expect(count()).toBe(3);
  });

  test("are not used again when the backend says so", async () => {
    const closing = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    const { send, count } = await backend((socket) => socket.write(closing));
    await send();
    await send();
    expect(count()).toBe(2);
  });

  test("are not used again when more came than the answer", async () => {
    const { send, count } = await backend((socket, connection) =>
      socket.write(connection === 1 ? `${ok}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil` : ok),
    );
    expect(await send()).toEqual({ status: 200, body: "ok" });
    expect(await send()).toEqual({ status: 200, body: "ok" });
    expect(count()).toBe(2);
  });
});

describe("a connection that went stale", () => {
  const closesSecond = (socket: Socket, connection: number, request: number) => {
    if (connection === 1 && request === 2) socket.destroy();
    else socket.write(ok);
  };

  test("is replaced, once, for a request that may be repeated", async () => {
    const { send, count } = await backend(closesSecond);
    await send();
    expect(await send()).toEqual({ status: 200, body: "ok" });
    expect(count()).toBe(2);
  });

  test("fails a request that may not be repeated", async () => {
    const { send, count } = await backend(closesSecond);
    await send("POST");
    expect(await send("POST")).toMatchObject({ kind: expect.stringMatching(/closed|unreachable/) });
    expect(count()).toBe(1);
  });

  test("is not replaced again and again", async () => {
    const { send, count } = await backend((socket, connection, request) => {
      if (connection === 1 && request === 1) socket.write(ok);
      else socket.destroy();
    });
    await send();
    expect(await send()).toHaveProperty("kind");
    expect(count()).toBe(2);
  });

  test("fails a request whose answer had begun", async () => {
    const { send, count } = await backend((socket, _, request) => {
      if (request === 1) socket.write(ok);
      else socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    });
    await send();
    expect(await send()).toMatchObject({ kind: "malformed" });
    expect(count()).toBe(1);
  });

  test("is forgotten when the backend closes it", async () => {
    const { send, count, closeConnections } = await backend((socket) => socket.write(ok));
    await send("POST");
    await closeConnections();
    expect(await send("POST")).toEqual({ status: 200, body: "ok" });
    expect(count()).toBe(2);
  });
});

describe("a backend that", () => {
  test("never answers is given up in time", async () => {
    const { send } = await backend(() => {});
    expect(await send("GET", 50)).toMatchObject({ kind: "timed-out" });
  });

  test("answers, but never to the end, is given up in time", async () => {
    const { send } = await backend((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"),
    );
    expect(await send("GET", 50)).toMatchObject({ kind: "timed-out" });
  });

  test("times out on a connection that served before is not asked twice", async () => {
    const { send, count } = await backend((socket, _, request) => {
      if (request === 1) socket.write(ok);
    });
    await send("GET", 50);
    expect(await send("GET", 50)).toMatchObject({ kind: "timed-out" });
    expect(count()).toBe(1);
  });

  test("closes without an answer", async () => {
    const { send } = await backend((socket) => socket.end());
    expect(await send()).toMatchObject({ kind: "closed" });
  });

  test("answers with something else than HTTP", async () => {
    const { send } = await backend((socket) => socket.write("220 mail ready\r\n\r\n"));
    expect(await send()).toMatchObject({ kind: "malformed" });
  });

  test("is not there", async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    await once(server, "close");
    const pool = new HopPool();
    const answer = await send(pool, new URL(`http://127.0.0.1:${port}`), "GET", 5000);
    expect(answer).toMatchObject({ kind: "unreachable" });
  });
});
