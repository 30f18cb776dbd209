import { Fault } from "../foundation/fault.ts";
import { readAwsHost } from "./aws-host.ts";
import { queryVersion } from "./aws-query.ts";
import { type Dialect, type Stranger, strangerSpeaking } from "./dialects.ts";
import type { WireRequest } from "./exchange.ts";
import { parseQuery } from "./query-string.ts";
import { parseSignature } from "./signature.ts";

/** A refusal by name, worded as the client's service words it. */
export interface Refused extends Stranger {
  /** What was asked for, as far as it can be told. */
  readonly subject: string;
  readonly fault: Fault;
}

/**
 * Refuses what AWS has and this server has not, by whatever name the request gives: the service
 * of its signature, its host or its target, and the operation of its target, its form or its path.
 */
export function refuseForeign(request: WireRequest): Refused {
  const host = readAwsHost(request.headers.host);
  const service = signedService(request) ?? host?.service ?? targetPrefix(request) ?? "";
  const dialect = dialectOf(request, service);
  const name = programNames.get(service) ?? service;
  const asked = `${name} ${operationAsked(request)}`.trim();
  const by = dialect === "rpc-v2-cbor" ? `${asked} in ${dialect}` : asked;
  const subject = atHost(by, request);
  return { ...strangerSpeaking(dialect), subject, fault: notImplemented(subject) };
}

/** What was asked for, and where, when that says more: it may be a bucket's name. */
export function atHost(asked: string, request: WireRequest): string {
  const host = readAwsHost(request.headers.host);
  return host === undefined ? asked : `${asked} at ${host.name}`;
}

/** Services that AWS's own programs call otherwise than signatures do. */
const programNames: ReadonlyMap<string, string> = new Map([
  ["email", "ses"],
  ["monitoring", "cloudwatch"],
  ["states", "stepfunctions"],
]);

/** The fault that answers what AWS has and this server has not. */
export function notImplemented(subject: string): Fault {
  const message = `Gatepool does not implement ${subject}: see docs/compatibility.md.`;
  const change = "Look into docs/compatibility.md for what is there, and ask for what is missing.";
  const reason = {
    check: "operation",
    expected: "one that Gatepool has",
    received: subject,
    change,
  };
  return new Fault("NotImplemented", message, { status: 501, reason });
}

/** The service that a request is signed for, in whatever version; undefined for unsigned ones. */
export function signedService(request: WireRequest): string | undefined {
  const signature = parseSignature(request);
  if (signature !== undefined && "scope" in signature) return signature.scope.service;
  const query = parseQuery(request.query);
  const { authorization = "" } = request.headers;
  const credential = query.find(({ name }) => name === "X-Amz-Credential")?.value;
  // Signature Version 4A is for many regions, so its scope names none.
  const scope = /[^\s,/]\/\d{8}\/([a-z0-9.-]{1,40})\/aws4_request/.exec(
    credential ?? authorization,
  );
  if (scope !== null) return scope[1];
  // Of the services with Version 2, S3 alone puts it into this header, or into a URL by itself.
  const isPresigned = query.some(({ name }) => name === "AWSAccessKeyId");
  const isVersion2 = authorization.startsWith("AWS ") || isPresigned;
  return isVersion2 && queryVersion(request) === undefined ? "s3" : undefined;
}

/** What stands before the dot in `X-Amz-Target`. */
export function targetPrefix(request: WireRequest): string | undefined {
  const target = request.headers["x-amz-target"];
  return typeof target === "string" ? target.split(".")[0] : undefined;
}

/** Whether a request is in a protocol that none of the known services is served in. */
export function isRpcV2(request: WireRequest): boolean {
  return request.headers["smithy-protocol"] === "rpc-v2-cbor";
}

/** The operation that a request names, or else its method and path. */
export function operationAsked(request: WireRequest): string {
  const { method, path, query, headers } = request;
  const target = headers["x-amz-target"];
  if (typeof target === "string") return target.slice(target.lastIndexOf(".") + 1);
  const action = queryVersion(request)?.action;
  if (action !== undefined) return action;
  const [, rpc] = /\/service\/[^/]+\/operation\/([^/]+)$/.exec(path) ?? [];
  // JavaScript's SDK names S3's operations in the query, for logs.
  const named = rpc ?? parseQuery(query).find(({ name }) => name === "x-id")?.value;
  return named ?? `${method} ${path}`;
}

function dialectOf(request: WireRequest, service: string): Dialect {
  if (isRpcV2(request)) return "rpc-v2-cbor";
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/x-amz-cbor")) return "aws-cbor";
  if (request.headers["x-amz-target"] !== undefined) return "aws-json";
  if (queryVersion(request) !== undefined) return service === "ec2" ? "ec2-query" : "aws-query";
  if (/^s3(?:$|-|express)/.test(service)) return "s3-xml";
  return xmlServices.has(service) ? "rest-xml" : "rest-json";
}

/** The services beside S3 that speak REST with XML. */
const xmlServices: ReadonlySet<string> = new Set(["cloudfront", "route53"]);
