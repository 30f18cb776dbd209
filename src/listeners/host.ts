import { isIP, isIPv4 } from "node:net";
import { awsDomains, readAwsHost } from "../wire/aws-host.ts";
import { bucketOfHost } from "../wire/bucket-address.ts";
import { hostName } from "../wire/host-name.ts";
import type { CustomDomain, CustomDomains } from "./custom-domains.ts";

/** What a Host header says about a request. */
export type HostVerdict =
  /** A deployed API's own name; `apiId` in lower case, as hosts are. */
  | { readonly kind: "api"; readonly apiId: string }
  /** The URL of a function; `urlId` in lower case. */
  | { readonly kind: "function-url"; readonly urlId: string }
  /** A pool's hosted sign-in domain. */
  | { readonly kind: "sign-in"; readonly domain: string }
  /** A name of the owner's own. */
  | { readonly kind: "custom-domain"; readonly domain: CustomDomain }
  /** A bucket's own name: everything below it is the bucket's. */
  | { readonly kind: "bucket" }
  /** This server, under a name that says nothing more; also AWS's endpoint names. */
  | { readonly kind: "server" }
  /** A name of AWS that is none of this server's: what is sent to it is refused by name. */
  | { readonly kind: "unserved" }
  /** A name that this server does not answer to. */
  | { readonly kind: "foreign"; readonly host: string };

export interface HostRules {
  /** Such as `localhost`; its subdomains are answered too. */
  readonly baseDomain: string;
  /** Further exact names; `*` answers to all. */
  readonly allowedHosts: readonly string[];
}

/** The domains that hosts are answered under, with all below them. */
export function domainsOf({ baseDomain, allowedHosts }: HostRules): string[] {
  const named = allowedHosts.filter((host) => host !== "*" && isIP(host) === 0);
  return [...new Set([...awsDomains, "localhost", baseDomain, ...named])];
}

const server: HostVerdict = { kind: "server" };

/**
 * Makes the judge of Host headers. A development server on loopback must not answer a web page
 * that had its own name resolved to 127.0.0.1 (DNS rebinding), so unknown names are foreign.
 */
export function createHostJudge(
  rules: HostRules,
  customDomains: CustomDomains,
): (host: string | undefined) => HostVerdict {
  const known = new Map<string, HostVerdict>();
  return (host) => {
    if (host === undefined) return server;
    // Custom domains come and go, so what is known without them must not hide them.
    const domain = customDomains.size > 0 ? customDomains.get(hostName(host)) : undefined;
    if (domain) return { kind: "custom-domain", domain };
    const seen = known.get(host);
    if (seen) return seen;
    const verdict = judge(hostName(host), rules);
    if (known.size >= knownHostsMax) known.clear();
    known.set(host, verdict);
    return verdict;
  };
}

const knownHostsMax = 1000;

function judge(name: string, rules: HostRules): HostVerdict {
  const suffixes = [...awsDomains, rules.baseDomain];
  const suffix = suffixes.find((candidate) => name.endsWith(`.${candidate}`));
  const labels = suffix === undefined ? [] : name.slice(0, -suffix.length - 1).split(".");
  const verdict = judgeLabels(labels);
  if (verdict !== undefined) return verdict;
  if (labels.includes("s3") && bucketOfHost(name) !== undefined) return { kind: "bucket" };
  const { allowedHosts, baseDomain } = rules;
  if (allowedHosts.includes("*") || allowedHosts.includes(name)) return server;
  if (name === baseDomain || name.endsWith(`.${baseDomain}`) || isLoopback(name)) return server;
  const aws = readAwsHost(name);
  if (aws === undefined) return { kind: "foreign", host: name };
  return aws.endpoints.length > 0 ? server : { kind: "unserved" };
}

/**
 * `{apiId}.execute-api.{region}`, `{urlId}.lambda-url.{region}` and `{domain}.auth.{region}` are
 * told apart from the rest.
 */
function judgeLabels(labels: readonly string[]): HostVerdict | undefined {
  const [first, second] = labels;
  if (labels.length === 3 && first !== undefined) {
    if (second === "execute-api") return { kind: "api", apiId: first };
    if (second === "lambda-url") return { kind: "function-url", urlId: first };
    if (second === "auth") return { kind: "sign-in", domain: first };
  }
  return undefined;
}

/** Whether a host name (no port) is this machine's own. */
export function isLoopback(name: string): boolean {
  if (name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || name === "::1")
    return true;
  return isIPv4(name) && name.startsWith("127.");
}

/**
 * The Host header of a request, the first if there are several. Read from the raw headers: asking
 * node:http for one parsed header makes it parse them all, which the gateway does not need.
 */
export function hostHeader(rawHeaders: readonly string[]): string | undefined {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") return rawHeaders[index + 1];
  }
  return undefined;
}
