import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createServer, type TLSSocket } from "node:tls";
import { hostName } from "../../wire/host-name.ts";
import type { Certificates } from "./certificates.ts";
import { createHttp2 } from "./http2.ts";

/** The connections of a server, of whatever protocol. */
export interface Connections {
  /** Tells HTTP/2 clients that nothing more is taken; what is in flight finishes. */
  close(): void;
  /** Ends them all. */
  destroy(): void;
}

/** A connection that says nothing is ended after this long. */
const silenceMs = 20_000;
const handshakeMs = 10_000;

/** The first byte of a TLS connection (RFC 8446, section 5.1); no HTTP method begins so. */
const handshakeRecord = 0x16;

/**
 * Lets an HTTP server speak TLS on the same port, as HTTP/1.1 or HTTP/2: the first byte of a
 * connection tells which it is. A connection in plain HTTP is the server's own from then on.
 */
export function speakTls(http: Server, certificates: Certificates): Connections {
  const open = new Set<Socket>();
  const speakHttp = takeConnections(http);
  const http2 = createHttp2(speakHttp);
  const startTls = createTls(certificates, (socket) => {
    if (socket.alpnProtocol === "h2") http2.accept(socket);
    else speakHttp(socket);
  });
  function forget(this: Socket) {
    open.delete(this);
  }
  http.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", forget);
    onFirstBytes(socket, (first) => {
      if (first[0] === handshakeRecord) {
        startTls(socket, first);
        return;
      }
      speakHttp(socket);
      // Put back and read once more, they would cost short connections some percent of their rate.
      socket.emit("data", first);
    });
  });
  return {
    close: () => http2.close(),
    destroy() {
      for (const socket of open) socket.destroy();
    },
  };
}

/** Takes the server's connections from it; what is returned gives it one. */
function takeConnections(http: Server): (connection: Duplex) => void {
  const listeners = http.listeners("connection");
  http.removeAllListeners("connection");
  return (connection) => {
    for (const listener of listeners) Reflect.apply(listener, http, [connection]);
  };
}

/** Takes the first bytes of a connection; one that sends none is ended. */
function onFirstBytes(socket: Socket, decide: (first: Buffer) => void): void {
  const end = () => socket.destroy();
  const take = (first: Buffer) => {
    socket.setTimeout(0);
    socket.off("timeout", end).off("error", end).off("end", end).off("data", take);
    decide(first);
  };
  socket.setTimeout(silenceMs);
  socket.on("timeout", end).on("error", end).on("end", end).on("data", take);
}

function createTls(certificates: Certificates, accept: (socket: TLSSocket) => void) {
  const tls = createServer({
    ALPNProtocols: ["h2", "http/1.1"],
    handshakeTimeout: handshakeMs,
    SNICallback: (name, done) => {
      certificates.forName(hostName(name)).then(
        (context) =>
          context ? done(null, context) : done(new Error(`no certificate for ${name}`)),
        (error: Error) => done(error),
      );
    },
  });
  tls.on("secureConnection", accept);
  tls.on("tlsClientError", (_error, socket) => socket.destroy());
  let ready: Promise<void> | undefined;
  return (socket: Socket, first: Buffer) => {
    socket.pause();
    socket.unshift(first);
    // HTTP keeps what the client has closed, for its answer; a handshake has none to give.
    socket.allowHalfOpen = false;
    ready ??= certificates.forNoName().then((pair) => tls.setSecureContext(pair));
    ready.then(
      () => tls.emit("connection", socket),
      () => {
        ready = undefined;
        socket.destroy();
      },
    );
  };
}
