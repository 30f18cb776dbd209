import { canonicalName, destinationOf } from "./aws-names.ts";
import { type FormerProxy, ProxyError } from "./former-proxy.ts";
import { type Address, type NextHop, portOf } from "./outbound.ts";

export interface RouteParts {
  /** The server that stands for AWS. */
  readonly server: URL;
  /** How hosts that are not AWS's are reached. */
  readonly former: FormerProxy;
}

/** What the proxy answers itself, with the status of HTTP. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number, message: string, cause?: unknown) {
    super(`gatepool exec: ${message}`, { cause });
    this.status = status;
  }
}

/**
 * Reads `host:port`.
 *
 * @throws Refusal when there can be no such host or port
 */
export function readAddress(text: string, defaultPort?: number): Address {
  const [, host = "", digits] = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const name = canonicalName(host);
  const port = digits === undefined ? defaultPort : Number(digits);
  if (name !== undefined && port !== undefined && port > 0 && port <= 65_535) return { name, port };
  throw new Refusal(400, `"${text}" is no host with a port`);
}

/**
 * Where the way to a host leads.
 *
 * @throws Refusal when it leads to AWS, or through a proxy that cannot be used
 */
export function nextHop(
  protocol: "http" | "https",
  address: Address,
  { server, former }: RouteParts,
): NextHop {
  const { name, port } = address;
  switch (destinationOf(name)) {
    case "server":
      return { name: server.hostname, port: portOf(server) };
    case "nobody":
      throw new Refusal(403, `${name} is AWS's, and Gatepool has nothing there; not passed on`);
    case "elsewhere":
      return usable(() => former.proxyFor(protocol, name, port), address) ?? address;
  }
}

/** What is said of a host that cannot be reached. */
export function unreached({ name, port }: Address, cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const why = cause instanceof Error ? causeOf(cause) : String(cause);
  return new Refusal(502, `no connection to ${name}:${port}: ${why}`, cause);
}

function usable(find: () => URL | undefined, address: Address): URL | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof ProxyError) throw unreached(address, error);
    throw error;
  }
}

/** When several addresses were tried, the message is empty and the code tells. */
function causeOf(error: Error): string {
  return error.message === "" && "code" in error ? String(error.code) : error.message;
}
