import { canonicalName, holdsAwsNames } from "./aws-names.ts";

/**
 * What may pass by the proxy: the server, this machine, and the user's own entries, but for those
 * by which a call to AWS would pass too.
 */
export function withoutAws(entries: readonly string[], server: URL): string {
  const own = ["localhost", "127.0.0.1", "::1", server.hostname.replace(/^\[|\]$/g, "")];
  return [...new Set([...own, ...entries.filter((entry) => !letsAwsPass(entry))])].join(",");
}

/** The entries of `NO_PROXY`, under both of its spellings. */
export function noProxyEntries({ NO_PROXY = "", no_proxy = "" }: NodeJS.ProcessEnv): string[] {
  const entries = `${NO_PROXY},${no_proxy}`.split(/[\s,]+/).map((entry) => entry.trim());
  return entries.filter((entry) => entry !== "");
}

/** Whether a connection is one that the user's own proxy was not to see. */
export function passesBy(name: string, port: number, entries: readonly string[]): boolean {
  return entries.some((entry) => {
    if (entry === "*") return true;
    const [domain, entryPort] = partsOf(entry);
    if (domain === undefined || (entryPort !== undefined && entryPort !== port)) return false;
    return name === domain || name.endsWith(`.${domain}`);
  });
}

function letsAwsPass(entry: string): boolean {
  const [domain] = partsOf(entry);
  // A pattern such as `*amazon*` means whatever its reader makes of it.
  return domain === undefined || domain.includes("*") || holdsAwsNames(domain);
}

/** `.example.com:8080` and `*.example.com:8080` are the domain and the port. */
function partsOf(entry: string): [domain: string | undefined, port: number | undefined] {
  const port = /^[^:]*:(\d+)$/.exec(entry)?.[1] ?? /^\[.*\]:(\d+)$/.exec(entry)?.[1];
  const host = port === undefined ? entry : entry.slice(0, -port.length - 1);
  if (/^[\d.]+\/\d+$/.test(host) || /^[\da-f:]+\/\d+$/i.test(host)) return [host, undefined];
  const bare = host.replace(/^\*?\./, "");
  const isAddress = /^[\da-f]*:[\da-f:.]*$/i.test(bare);
  const name = canonicalName(isAddress ? `[${bare}]` : bare);
  return [name, port === undefined ? undefined : Number(port)];
}
