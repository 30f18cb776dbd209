import { readFileSync } from "node:fs";

/** Where a connection to a host belongs. */
export type Destination =
  /** A name of AWS that this server answers to. */
  | "server"
  /** AWS too, but nothing that this server answers to: nobody does. */
  | "nobody"
  /** Not AWS's. */
  | "elsewhere";

/** Read by the programs within, too: see node-preload.cjs. */
const { answered, unanswered }: Record<"answered" | "unanswered", string[]> = JSON.parse(
  readFileSync(new URL("aws-domains.json", import.meta.url), "utf8"),
);

/** Where machines, containers and pods on AWS get credentials of a real account. */
const credentialAddresses = [
  ...["169.254.169.254", "[fd00:ec2::254]"],
  ...["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"],
];

/** @param name as `canonicalName` writes it */
export function destinationOf(name: string): Destination {
  if (isBelow(name, answered)) return "server";
  if (isBelow(name, unanswered) || credentialAddresses.includes(name)) return "nobody";
  return "elsewhere";
}

/**
 * One spelling for each host, so that what is judged is what is connected to: lower case, no dots
 * at the end, Unicode and escapes resolved, an address in its usual form.
 *
 * @param host without its port; undefined when there can be no such host
 */
export function canonicalName(host: string): string | undefined {
  if (/[/?#@\\\s]/.test(host)) return undefined;
  const name = URL.parse(`http://${host}`)?.hostname.replace(/\.+$/, "");
  if (!name) return undefined;
  const mapped = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(name);
  return mapped ? embeddedAddress(mapped[1] ?? "", mapped[2] ?? "") : name;
}

/** Whether some name of AWS is this domain or stands below it, as all do below `com`. */
export function holdsAwsNames(domain: string): boolean {
  if (destinationOf(domain) !== "elsewhere") return true;
  return [...answered, ...unanswered].some((name) => isBelow(name, [domain]));
}

function isBelow(name: string, domains: readonly string[]): boolean {
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

/** The IPv4 address within an IPv6 one, which reaches the same host. */
function embeddedAddress(high: string, low: string): string {
  const halves = [high, low].map((half) => Number.parseInt(half, 16));
  return halves.flatMap((half) => [half >> 8, half & 0xff]).join(".");
}
