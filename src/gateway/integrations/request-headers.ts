import { isIP } from "node:net";
import type { Call } from "../call.ts";
import { headerValues } from "../request-head.ts";

/**
 * Headers of a client that no integration gets: those of the one connection, those that the
 * gateway writes itself, and those by which a client could pose as the gateway.
 */
const withheld: ReadonlySet<string> = new Set([
  "apigw-requestid",
  "connection",
  "content-length",
  "expect",
  "forwarded",
  "host",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const withheldPrefixes: readonly string[] = ["x-amzn-", "x-forwarded-", "x-gatepool-"];

/**
 * The headers of a request that are passed on to an integration: names as sent, and values, in
 * turn. Without those that its `Connection` header names, which are for this hop only.
 */
export function passedHeaders(rawHeaders: readonly string[]): string[] {
  const named = namedByConnection(rawHeaders);
  const passed: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (isWithheld(name) || named?.has(name.toLowerCase())) continue;
    passed.push(name, rawHeaders[index + 1] ?? "");
  }
  return passed;
}

/**
 * The standard `Forwarded` header (RFC 7239) as the gateway writes it. Addresses that the client
 * gave as `X-Forwarded-For` come first; the last element is the gateway's own.
 */
export function forwardedHeader(call: Call): string {
  const { request, head, secure, sourceIp } = call;
  const by = node(request.socket.localAddress?.replace(/^::ffff:/, "") ?? "");
  const host = /^[\w.-]+$/.test(head.host) ? head.host : `"${head.host.replace(/["\\]/g, "")}"`;
  const own = `by=${by};for=${node(sourceIp)};host=${host};proto=${secure ? "https" : "http"}`;
  const given = headerValues(request.rawHeaders, "x-forwarded-for");
  if (given.length === 0) return own;
  const before = given
    .flatMap((value) => value.split(","))
    .map((address) => address.trim())
    .filter((address) => isIP(address) !== 0);
  return [...before.map((address) => `for=${node(address)}`), own].join(", ");
}

/** Names are judged once: clients send the same ones again and again. */
const judged = new Map<string, boolean>();
const judgedMax = 1024;

function isWithheld(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const verdict = judge(name);
  if (judged.size < judgedMax) judged.set(name, verdict);
  return verdict;
}

/** Servers behind CGI and its likes cannot tell `_` from `-`, so a client must not either. */
function judge(name: string): boolean {
  const spelled = name.toLowerCase().replaceAll("_", "-");
  return withheld.has(spelled) || withheldPrefixes.some((prefix) => spelled.startsWith(prefix));
}

function namedByConnection(rawHeaders: readonly string[]): ReadonlySet<string> | undefined {
  const values = headerValues(rawHeaders, "connection");
  if (values.length === 0) return undefined;
  if (values.length === 1 && values[0]?.toLowerCase() === "keep-alive") return undefined;
  return new Set(values.flatMap((value) => value.toLowerCase().split(/[\s,]+/)));
}

/** Addresses of version 6 are quoted and bracketed (RFC 7239 section 6). */
function node(address: string): string {
  return address.includes(":") ? `"[${address}]"` : address;
}
