import type { WireRequest } from "./exchange.ts";
import { parseQuery, type WireQuery } from "./query-string.ts";

/** A Signature Version 4 as a request carries it, in its header or in its query. */
export interface Signature {
  readonly form: "header" | "query";
  readonly accessKeyId: string;
  readonly scope: { readonly date: string; readonly region: string; readonly service: string };
  /** Lower-case names, in the order in which they were signed. */
  readonly signedHeaders: readonly string[];
  /** Hexadecimal. */
  readonly signature: string;
  /** When it was signed, such as `20261120T200000Z`; empty when the request does not say. */
  readonly timestamp: string;
  /** Query form: how long after `timestamp` it holds. */
  readonly expiresSeconds?: number;
  /** Temporary credentials carry one. */
  readonly sessionToken?: string;
}

/** What temporary credentials stand for. */
export interface SessionKey {
  readonly secretAccessKey: string;
  /** Twelve digits. */
  readonly account: string;
  readonly callerArn: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Recognises temporary credentials; undefined when they are not of this server's making. */
export type SessionCredentials = (
  accessKeyId: string,
  sessionToken: string | undefined,
) => SessionKey | undefined | "expired";

/** What is wrong with a signature's form, in AWS's words. */
export interface MalformedSignature {
  readonly malformed: string;
}

const algorithm = "AWS4-HMAC-SHA256";

/** Whether the request carries a signature, good or bad. */
export function isSigned(request: WireRequest): boolean {
  const isInHeader = request.headers.authorization?.startsWith("AWS4-") ?? false;
  return isInHeader || inQuery.test(request.query) || /(^|&)AWSAccessKeyId=/.test(request.query);
}

const inQuery = /(^|&)X-Amz-(Algorithm|Signature|Credential)=/;

/** Reads the signature; undefined when there is none. */
export function parseSignature(request: WireRequest): Signature | MalformedSignature | undefined {
  const { authorization } = request.headers;
  if (authorization?.startsWith("AWS4-")) return fromHeader(authorization, request);
  return inQuery.test(request.query) ? fromQuery(parseQuery(request.query)) : undefined;
}

function fromHeader(authorization: string, request: WireRequest): Signature | MalformedSignature {
  const space = authorization.indexOf(" ");
  const named = space === -1 ? authorization : authorization.slice(0, space);
  if (named !== algorithm) return { malformed: `Unsupported AWS 'algorithm': '${named}'.` };
  const fields = new Map<string, string>();
  for (const part of authorization.slice(named.length).split(",")) {
    const equals = part.indexOf("=");
    if (equals !== -1) fields.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  const timestamp = header(request, "x-amz-date");
  const missing = ["Credential", "Signature", "SignedHeaders"].filter((name) => !fields.get(name));
  if (missing.length > 0) {
    const texts = missing.map((name) => `Authorization header requires '${name}' parameter.`);
    return { malformed: texts.join(" ") };
  }
  const sessionToken = header(request, "x-amz-security-token");
  return withScope(fields.get("Credential") ?? "", {
    form: "header",
    signedHeaders: (fields.get("SignedHeaders") ?? "").toLowerCase().split(";"),
    signature: fields.get("Signature") ?? "",
    timestamp: timestamp ?? "",
    ...(sessionToken !== undefined && { sessionToken }),
  });
}

function fromQuery(query: WireQuery): Signature | MalformedSignature {
  const get = (name: string) => query.find((pair) => pair.name === name)?.value;
  const named = get("X-Amz-Algorithm") ?? "";
  if (named !== algorithm) return { malformed: `Unsupported AWS 'algorithm': '${named}'.` };
  const needed = ["Credential", "Signature", "SignedHeaders", "Date", "Expires"];
  const missing = needed.filter((name) => !get(`X-Amz-${name}`));
  if (missing.length > 0) {
    const names = missing.map((name) => `'X-Amz-${name}'`).join(", ");
    return { malformed: `AWS query-string parameters must include ${names}.` };
  }
  const expiresSeconds = Number(get("X-Amz-Expires"));
  if (!Number.isInteger(expiresSeconds) || expiresSeconds < 1 || expiresSeconds > 604_800) {
    return { malformed: "X-Amz-Expires must be a number of seconds from 1 to 604800." };
  }
  const sessionToken = get("X-Amz-Security-Token");
  return withScope(get("X-Amz-Credential") ?? "", {
    form: "query",
    signedHeaders: (get("X-Amz-SignedHeaders") ?? "").toLowerCase().split(";"),
    signature: get("X-Amz-Signature") ?? "",
    timestamp: get("X-Amz-Date") ?? "",
    expiresSeconds,
    ...(sessionToken !== undefined && { sessionToken }),
  });
}

/** A key id may itself hold slashes; the last four parts are the scope. */
function withScope(
  credential: string,
  rest: Omit<Signature, "accessKeyId" | "scope">,
): Signature | MalformedSignature {
  const parts = credential.split("/");
  const [date, region, service, terminator] = parts.slice(-4);
  const accessKeyId = parts.slice(0, -4).join("/");
  if (!accessKeyId || !date || !region || !service || terminator !== "aws4_request") {
    return {
      malformed:
        "Credential must have at least 5 slash-delimited elements, " +
        `e.g. keyid/date/region/service/term, got '${credential}'`,
    };
  }
  if (!/^[a-z0-9-]{1,40}$/.test(region) || !/^[a-z0-9.-]{1,40}$/.test(service)) {
    return { malformed: `Credential names no region and service, got '${credential}'` };
  }
  return { accessKeyId, scope: { date, region, service }, ...rest };
}

function header(request: WireRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}
