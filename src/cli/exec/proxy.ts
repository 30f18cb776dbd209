import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { destinationOf } from "./aws-names.ts";
import { absoluteForm, forward } from "./forward.ts";
import { createGuard } from "./guard.ts";
import { type Address, connectThrough, connectTo } from "./outbound.ts";
import { nextHop, Refusal, type RouteParts, readAddress, unreached } from "./routes.ts";

export interface RunningProxy {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Ends it with all of its connections. */
  close(): Promise<void>;
}

/**
 * Starts a proxy on loopback that connects AWS's names to the server, and other names to where
 * they are. What is AWS's and not the server's is refused.
 */
export async function startProxy(parts: RouteParts): Promise<RunningProxy> {
  const http = createServer();
  const clients = new Set<Duplex>();
  http.on("connection", (client) => {
    clients.add(client);
    client.once("close", () => clients.delete(client));
  });
  http.on("connect", (request, client, head) => tunnel(request, [client, head], parts));
  http.on("request", (request, response) => pass(request, response, parts));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return {
    url: `http://127.0.0.1:${portOf(http.address())}`,
    async close() {
      const closed = once(http, "close");
      http.close();
      for (const client of clients) client.destroy();
      await closed;
    },
  };
}

/** Connects a client with the host that it names, and leaves the two alone. */
async function tunnel(
  { url = "" }: IncomingMessage,
  [client, head]: readonly [Duplex, Buffer],
  parts: RouteParts,
): Promise<void> {
  const gone = new AbortController();
  const giveUp = () => gone.abort();
  client.on("error", () => client.destroy());
  client.once("close", giveUp);
  // At once: it could not be put back after the end of what the client sends.
  if (head.length > 0) client.unshift(head);
  try {
    const address = readAddress(url);
    const host = await reach(address, parts, gone.signal);
    client.off("close", giveUp);
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (destinationOf(address.name) === "server") pipeline(client, host, () => {});
    else pipeline(client, createGuard(), host, () => {});
    pipeline(host, client, () => {});
  } catch (error) {
    client.end(asResponse(refusalOf(error)));
  }
}

async function reach(address: Address, parts: RouteParts, signal: AbortSignal): Promise<Duplex> {
  const hop = nextHop("https", address, parts);
  try {
    if (hop instanceof URL) return await connectThrough(hop, address, signal);
    return await connectTo(hop, signal);
  } catch (error) {
    throw unreached(address, error);
  }
}

/** Sends a request in plain HTTP on. */
function pass(request: IncomingMessage, response: ServerResponse, parts: RouteParts): void {
  const fail = (error: unknown) => {
    const { status, message } = refusalOf(error);
    response.writeHead(status, { "content-type": "text/plain", connection: "close" });
    response.end(`${message}\n`);
  };
  try {
    const target = absoluteForm(request.url ?? "");
    if (!target) throw new Refusal(400, "this is a proxy: ask it for http://host/path");
    const address = readAddress(target.authority, 80);
    const hop = nextHop("http", address, parts);
    forward([request, response], target, hop, (error) => fail(unreached(address, error)));
  } catch (error) {
    fail(error);
  }
}

function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(502, String(error), error);
}

function asResponse({ status, message }: Refusal): string {
  const body = `${message}\n`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Content-Type: text/plain",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return address.port;
}
