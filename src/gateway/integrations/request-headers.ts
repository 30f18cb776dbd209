import { isIP, type Socket } from "node:net";
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
 * Tells the headers of a request that are passed on to an integration, their names as sent. Those
 * that its `Connection` header names are for this hop only.
 */
export function eachPassedHeader(
  rawHeaders: readonly string[],
  tell: (name: string, value: string) => void,
): void {
  const named = namedByConnection(rawHeaders);
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (isWithheld(name) || named?.has(name.toLowerCase())) continue;
    tell(name, rawHeaders[index + 1] ?? "");
  }
}

/**
 * The standard `Forwarded` header (RFC 7239) as the gateway writes it. Addresses that the client
 * gave as `X-Forwarded-For` come first; the last element is the gateway's own.
 */
export function forwardedHeader(call: Call): string {
  const { request, head } = call;
  const host = plainHost.test(head.host) ? head.host : `"${head.host.replace(/["\\]/g, "")}"`;
  const own = `${endsOf(call)}host=${host};proto=${call.secure ? "https" : "http"}`;
  const given = headerValues(request.rawHeaders, "x-forwarded-for");
  if (given.length === 0) return own;
  const before = given
    .flatMap((value) => value.split(","))
    .map((address) => address.trim())
    .filter((address) => isIP(address) !== 0);
  return [...before.map((address) => `for=${node(address)}`), own].join(", ");
}

const plainHost = /^[\w.-]+$/;

/** The addresses of the client's connection, put into words once for all of its requests. */
const endsOfSockets = new WeakMap<Socket, string>();

function endsOf({ request, sourceIp }: Call): string {
  const { socket } = request;
  let ends = endsOfSockets.get(socket);
  if (ends === undefined) {
    const by = socket.localAddress?.replace(/^::ffff:/, "") ?? "";
    ends = `by=${node(by)};for=${node(sourceIp)};`;
    endsOfSockets.set(socket, ends);
  }
  return ends;
}

/** Names are judged once: clients send the same ones again and again. */
const judged = new Map<string, boolean>();
const judgedMax = 1024;
const judgedLengthMax = 64;

function isWithheld(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const verdict = judge(name);
  if (name.length <= judgedLengthMax && judged.size < judgedMax) judged.set(name, verdict);
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
