import { connect as connectPlainly, isIP, type OnReadOpts, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";

/** A backend's address, and how long it may take: what connections are shared by. */
export interface Origin {
  /** Equal for origins that may share connections. */
  readonly key: string;
  readonly tls: boolean;
  readonly hostname: string;
  readonly port: number;
  /** From the first byte sent to the last byte received. */
  readonly timeoutMs: number;
}

/** @param url a backend's absolute URL, http or https */
export function originOf(url: URL, timeoutMs: number): Origin {
  const tls = url.protocol === "https:";
  const port = url.port === "" ? (tls ? 443 : 80) : Number(url.port);
  const hostname = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const key = `${url.protocol}//${url.hostname}:${port} ${timeoutMs}`;
  return { key, tls, hostname, port, timeoutMs };
}

/**
 * Opens a connection. Certificates are verified against the machine's roots.
 *
 * @param onread where what comes in is put, without an allocation for each read
 */
export function connectTo({ tls, hostname, port }: Origin, onread: OnReadOpts): Socket {
  const to = { host: hostname, port, noDelay: true, onread };
  if (!tls) return connectPlainly(to);
  // An address cannot be asked for by name (RFC 6066), but is verified all the same.
  const servername = isIP(hostname) === 0 ? hostname : "";
  return connectSecurely({ ...to, servername, ALPNProtocols: ["http/1.1"] });
}
