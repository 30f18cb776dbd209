import { type IncomingMessage, METHODS, request } from "node:http";
import {
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { type Duplex, duplexPair, pipeline } from "node:stream";
import type { TLSSocket } from "node:tls";

/** HTTP/2 beside an HTTP/1.1 server. */
export interface Http2 {
  /** Takes over a connection on which the client has chosen `h2` (RFC 7301). */
  accept(socket: TLSSocket): void;
  /** Tells clients to send nothing more; requests in flight finish. */
  close(): void;
}

/** A session without a request is closed after this long. */
const idleMs = 65_000;

/**
 * Speaks HTTP/2 for a server that speaks HTTP/1.1: each stream becomes a request on a connection
 * in memory. So everything behind it sees one kind of request, and one set of rules applies.
 *
 * @param connect takes a connection as if a client had opened it
 */
export function createHttp2(connect: (connection: Duplex) => void): Http2 {
  // Some backends repeat headers that may stand once; they are passed on as they came.
  const server = createServer({
    strictSingleValueFields: false,
    settings: { maxConcurrentStreams: 100, enableConnectProtocol: false },
  });
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
    session.setTimeout(idleMs, () => session.close());
    session.on("stream", (stream, headers, _flags, rawHeaders) => {
      stream.on("error", () => stream.destroy());
      forward(stream, headers, { rawHeaders, connect });
    });
  });
  return {
    accept: (socket) => server.emit("connection", socket),
    close() {
      for (const session of sessions) session.close();
    },
  };
}

interface Way {
  readonly rawHeaders: readonly string[];
  connect(connection: Duplex): void;
}

function forward(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, way: Way): void {
  const { ":method": method = "", ":path": path = "" } = headers;
  if (!METHODS.includes(method) || !visible.test(path)) {
    stream.respond({ ":status": 400 }, { endStream: true });
    return;
  }
  const forwarded = request({
    ...{ method, path, headers: requestHeaders(stream, headers, way.rawHeaders) },
    createConnection: () => openInMemory(stream, way),
  });
  if (headers.expect === "100-continue") stream.additionalHeaders({ ":status": 100 });
  forwarded.on("response", (response) => answer(stream, response));
  forwarded.on("error", () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  stream.on("close", () => forwarded.destroy());
  if (stream.endAfterHeaders) forwarded.end();
  else stream.pipe(forwarded);
}

/** What a path is made of in HTTP/1.1, which HTTP/2 does not hold every client to. */
const visible = /^[\x21-\x7e]+$/;

/** The server's end of a new connection, which says whose it is as a socket would. */
function openInMemory({ session }: ServerHttp2Stream, { connect }: Way): Duplex {
  const [ours, theirs] = duplexPair();
  const { remoteAddress, localPort } = session?.socket ?? {};
  connect(Object.assign(theirs, { remoteAddress, localPort, encrypted: true }));
  return ours;
}

/** What HTTP/1.1 says by headers, HTTP/2 says otherwise (RFC 9113, sections 8.2 and 8.3). */
function requestHeaders(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
): string[] {
  const host = headers[":authority"] ?? headers.host ?? "";
  const passed = ["host", host, "connection", "close"];
  eachHeader(rawHeaders, (name, value) => {
    if (!name.startsWith(":") && !replaced.has(name)) passed.push(name, value);
  });
  if (headers.cookie !== undefined) passed.push("cookie", headers.cookie);
  if (!stream.endAfterHeaders && headers["content-length"] === undefined) {
    passed.push("transfer-encoding", "chunked");
  }
  return passed;
}

/** Cookies may come in several headers here, and only in one there (RFC 9113, section 8.2.3). */
const replaced = new Set(["host", "cookie", "expect"]);

function answer(stream: ServerHttp2Stream, response: IncomingMessage): void {
  if (stream.destroyed || stream.headersSent) return;
  const headers = [":status", String(response.statusCode)];
  eachHeader(response.rawHeaders, (name, value) => {
    const lower = name.toLowerCase();
    if (!ofConnection.has(lower)) headers.push(lower, value);
  });
  stream.respond(headers);
  pipeline(response, stream, () => {});
}

/** Headers about an HTTP/1.1 connection, which HTTP/2 forbids (RFC 9113, section 8.2.2). */
const ofConnection = new Set([
  ...["connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade"],
]);

function eachHeader(raw: readonly string[], visit: (name: string, value: string) => void): void {
  for (let index = 0; index < raw.length; index += 2) visit(raw[index] ?? "", raw[index + 1] ?? "");
}
