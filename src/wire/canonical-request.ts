import { createHash, createHmac } from "node:crypto";
import type { WireRequest } from "./exchange.ts";
import { parseQuery } from "./query-string.ts";

/** What goes into a signature besides the secret. */
export interface Signing {
  /** Such as `20261120T200000Z`. */
  readonly timestamp: string;
  readonly scope: { readonly date: string; readonly region: string; readonly service: string };
  /** Lower-case names. */
  readonly signedHeaders: readonly string[];
  /** Hexadecimal SHA-256 of the body, or the words that stand in for it. */
  readonly payloadHash: string;
}

/** The canonical request of Signature Version 4. */
export function canonicalRequest(request: WireRequest, signing: Signing): string {
  const names = [...signing.signedHeaders].sort();
  const headers = names.map((name) => `${name}:${headerValue(request, name)}\n`).join("");
  return [
    request.method,
    canonicalPath(request.path, signing.scope.service),
    canonicalQuery(request.query),
    headers,
    names.join(";"),
    signing.payloadHash,
  ].join("\n");
}

export function stringToSign(canonical: string, { timestamp, scope }: Signing): string {
  const credentialScope = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  return `AWS4-HMAC-SHA256\n${timestamp}\n${credentialScope}\n${sha256(canonical)}`;
}

/** The signature of a string to sign, hexadecimal. */
export function signatureOf(text: string, secret: string, scope: Signing["scope"]): string {
  const date = hmac(`AWS4${secret}`, scope.date);
  const key = hmac(hmac(hmac(date, scope.region), scope.service), "aws4_request");
  return hmac(key, text).toString("hex");
}

/** Hexadecimal SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function headerValue(request: WireRequest, name: string): string {
  const value = request.headers[name];
  const text = Array.isArray(value) ? value.join(",") : (value ?? "");
  return text.trim().replace(/\s+/g, " ");
}

/** S3 signs the path as it is; everyone else without dot segments, and encoded once more. */
function canonicalPath(path: string, service: string): string {
  if (service === "s3") return path === "" ? "/" : path;
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  const trailing = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.map(encode).join("/")}${trailing}`;
}

function canonicalQuery(query: string): string {
  return parseQuery(query)
    .filter(({ name }) => name !== "X-Amz-Signature")
    .map(({ name, value }) => [encode(name), encode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => {
      return compare(name, otherName) || compare(value, otherValue);
    })
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
