import { createHmac, timingSafeEqual } from "node:crypto";
import { bucketOfHost } from "./bucket-address.ts";
import type { WireRequest } from "./exchange.ts";
import { parseQuery, type WireQuery } from "./query-string.ts";
import type { Expectation, SignatureProblem } from "./verify-signature.ts";

/**
 * A URL that is presigned with Signature Version 2, which S3 alone takes still: `aws s3 presign`
 * and boto3 make them where nothing tells them otherwise.
 */
export interface Presigned {
  readonly accessKeyId: string;
  readonly signature: string;
  /** Seconds since the epoch. */
  readonly expires: string;
  readonly sessionToken?: string;
}

/** Reads the signature of a URL; undefined when it has none of this version. */
export function readPresigned(request: WireRequest): Presigned | undefined {
  if (!request.query.includes("AWSAccessKeyId=")) return undefined;
  const query = parseQuery(request.query);
  const get = (name: string) => query.find((pair) => pair.name === name)?.value;
  const [accessKeyId, signature, expires] = ["AWSAccessKeyId", "Signature", "Expires"].map(get);
  if (!accessKeyId || !signature || !expires || !/^\d{1,12}$/.test(expires)) return undefined;
  const sessionToken = get("x-amz-security-token");
  const presigned = { accessKeyId, signature, expires };
  return sessionToken === undefined ? presigned : { ...presigned, sessionToken };
}

/** Checks the signature of a URL; answers what is wrong with it, or undefined when it holds. */
export function verifyPresigned(
  request: WireRequest,
  { signature, expires }: Presigned,
  { secretAccessKey, now }: Expectation,
): SignatureProblem | undefined {
  if (now !== undefined && now > Number(expires) * 1000) return lapsed(expires);
  const text = stringToSign(request, expires);
  const computed = createHmac("sha1", secretAccessKey).update(text).digest("base64");
  const [expected, received] = [Buffer.from(computed), Buffer.from(signature)];
  if (expected.length === received.length && timingSafeEqual(expected, received)) return undefined;
  return {
    message:
      "The request signature we calculated does not match the signature you provided. Check your " +
      "key and signing method.",
    reason: {
      check: "signature of the URL",
      expected: "the signature of the secret access key",
      received: "another signature",
      change: "Use the URL as it was made, with the method and the content type it was made for.",
    },
  };
}

function lapsed(expires: string): SignatureProblem {
  return {
    kind: "lapsed",
    message: "Request has expired",
    reason: {
      check: "expiry",
      expected: "a time that is still to come",
      received: new Date(Number(expires) * 1000).toISOString(),
      change: "Sign a new URL, with a longer time to hold.",
    },
  };
}

function stringToSign(request: WireRequest, expires: string): string {
  const query = parseQuery(request.query);
  const headers = signedHeaders(request, query);
  const plain = ["content-md5", "content-type"].map((name) => headers.get(name) ?? "");
  const amazon = [...headers]
    .filter(([name]) => name.startsWith("x-amz-"))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`);
  return [request.method, ...plain, expires, amazon.join("") + resourceOf(request, query)].join(
    "\n",
  );
}

/** Clients put into the query what they could not have sent as headers. */
function signedHeaders(request: WireRequest, query: WireQuery): Map<string, string> {
  const headers = new Map<string, string>();
  const isSigned = (name: string) => /^(?:x-amz-.+|content-(?:md5|type))$/.test(name);
  for (const { name, value } of query) if (isSigned(name)) headers.set(name, value);
  for (const [name, value] of Object.entries(request.headers)) {
    if (isSigned(name) && value !== undefined) headers.set(name, String(value).trim());
  }
  return headers;
}

/** Words in the query that choose what is asked for, or how it is answered. */
const subresources: ReadonlySet<string> = new Set([
  ...["accelerate", "acl", "analytics", "cors", "defaultObjectAcl", "delete", "inventory"],
  ...["lifecycle", "location", "logging", "metrics", "notification", "object-lock", "partNumber"],
  ...["policy", "replication", "requestPayment", "restore", "select", "select-type"],
  ...["storageClass", "tagging", "torrent", "uploadId", "uploads", "versionId", "versioning"],
  ...["versions", "website", "response-cache-control", "response-content-disposition"],
  ...["response-content-encoding", "response-content-language", "response-content-type"],
  "response-expires",
]);

function resourceOf({ headers, path }: WireRequest, query: WireQuery): string {
  const bucket = bucketOfHost(headers.host);
  const words = query
    .filter(({ name }) => subresources.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, value }) => (value === "" ? name : `${name}=${value}`));
  const resource = bucket === undefined ? path : `/${bucket}${path}`;
  return words.length === 0 ? resource : `${resource}?${words.join("&")}`;
}
