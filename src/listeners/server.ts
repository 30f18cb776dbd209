import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Certificates } from "./tls/certificates.ts";
import { type Connections, speakTls } from "./tls/connections.ts";

/** A server that knows its address once it listens. */
export interface OpenServer {
  readonly http: Server;
  readonly connections: Connections;
  /** Such as `http://127.0.0.1:4566`; empty until it listens. */
  url(): string;
}

/** How long requests in flight may take to finish when the server closes. */
const graceMs = 3000;

/**
 * Makes the server, for HTTP and HTTPS on one port: strict about what it parses, patient with idle
 * connections.
 */
export function openServer(certificates: Certificates): OpenServer {
  const http = createServer({
    keepAliveTimeout: 65_000,
    headersTimeout: 20_000,
    requestTimeout: 300_000,
    noDelay: true,
    insecureHTTPParser: false,
  });
  // node:http would drop headers beyond a count without a word; the limit on their size holds.
  http.maxHeadersCount = 0;
  return { http, connections: speakTls(http, certificates), url: () => urlOf(http) };
}

/**
 * Listens; resolves when connections are accepted.
 *
 * @throws the system's error, such as EADDRINUSE
 */
export function listen(
  { http }: OpenServer,
  listener: RequestListener,
  address: { readonly host: string; readonly port: number },
): Promise<void> {
  http.on("request", listener);
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen({ host: address.host, port: address.port, backlog: 4096 }, () => {
      http.off("error", reject);
      resolve();
    });
  });
}

/** Takes no more connections, and ends those that are still there after a while. */
export function closeServer({ http, connections }: OpenServer): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => connections.destroy(), graceMs);
    http.close(() => {
      clearTimeout(force);
      resolve();
    });
    http.closeIdleConnections();
    connections.close();
  });
}

function urlOf(http: Server): string {
  const address = http.address();
  return isAddressInfo(address) ? `http://${reachable(address)}:${address.port}` : "";
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

/** A server that listens on every address is reached on this machine by the loopback one. */
function reachable({ address, family }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::") return "127.0.0.1";
  return family === "IPv6" ? `[${address}]` : address;
}
