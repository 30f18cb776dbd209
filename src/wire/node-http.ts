import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { WireRequest, WireResponse } from "./exchange.ts";

/** Bytes of a request's body that is signed for Lambda: zip files of 50 MB, base64 encoded. */
const codeBodyMax = 72 * 1024 * 1024;
/** Bytes of any other signed request's body: API Gateway takes OpenAPI documents of 6 MB. */
const signedBodyMax = 10 * 1024 * 1024;
/** Bytes of a body that nobody has signed: sign-up, sign-in and their like are small. */
const unsignedBodyMax = 1024 * 1024;
/**
 * Bytes that are read and thrown away beyond the limit. A client that is cut off while it sends
 * sees a broken connection and not the answer, so it is let finish while that costs little.
 */
const discardMax = 64 * 1024 * 1024;

/** Limits on what is read from a request, in bytes. */
export interface BodyLimits {
  readonly code: number;
  readonly signed: number;
  readonly unsigned: number;
}

const defaultLimits: BodyLimits = {
  code: codeBodyMax,
  signed: signedBodyMax,
  unsigned: unsignedBodyMax,
};

/**
 * Reads a request whole. A body over the limit is not kept: the request comes with `bodyTooLarge`,
 * and so does a stream of events, which ends when its answer does. One to S3 is left unread, as it
 * may be an object of any size. Rejects when the client goes away before the end.
 */
export async function readRequest(
  req: IncomingMessage,
  limits: BodyLimits = defaultLimits,
): Promise<WireRequest> {
  const url = req.url ?? "/";
  const mark = url.indexOf("?");
  const head = {
    method: req.method ?? "GET",
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? "" : url.slice(mark + 1),
    headers: req.headers,
  };
  if (isForBucket(req)) return { ...head, body: Buffer.alloc(0), unread: unread(req) };
  const body = isEventStream(req) ? undefined : await readBody(req, bodyLimit(req, limits));
  if (body !== undefined) return { ...head, body };
  return { ...head, body: Buffer.alloc(0), bodyTooLarge: true };
}

/** Who stops reading has an answer for the client, which goes out on the same connection. */
function unread(req: IncomingMessage): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => req.iterator({ destroyOnReturn: false }) };
}

/** Whether a request is for S3, as it claims: what it must prove is asked for later. */
function isForBucket({ headers, url = "" }: IncomingMessage): boolean {
  const { authorization = "", host } = headers;
  if (/^AWS4-.*\/s3\/aws4_request/.test(authorization)) return true;
  if (/[?&]X-Amz-Credential=[^&]*(?:%2F|\/)s3(?:%2F|\/)aws4_request/i.test(url)) return true;
  if (/[?&]AWSAccessKeyId=/.test(url) && authorization === "") return true;
  return authorization === "" && /(?:^|\.)s3\./.test(host ?? "");
}

/** Writes the response. One to a request that was not read to its end closes the connection. */
export function writeResponse(res: ServerResponse, response: WireResponse): void {
  const body = typeof response.body === "string" ? Buffer.from(response.body) : response.body;
  const isUnread = !res.req.readableEnded && res.req.readable;
  const bodiless = response.status === 204 || response.status === 304;
  res.writeHead(response.status, {
    ...(!bodiless && !response.stream && { "content-length": body.length }),
    ...response.headers,
    ...(isUnread && { connection: "close" }),
  });
  if (response.stream && res.req.method !== "HEAD") {
    // Who goes away while it is sent sees it cut short, and there is nobody else to tell.
    pipeline(Readable.from(response.stream), res).catch(() => res.destroy());
    return;
  }
  res.end(bodiless || res.req.method === "HEAD" ? undefined : body);
}

/** Whether client and service are to talk in turns, as no operation here does. */
function isEventStream({ headers }: IncomingMessage): boolean {
  return headers["content-type"]?.startsWith("application/vnd.amazon.eventstream") ?? false;
}

/** By the credential's scope, as it is claimed: who claims too much is refused later. */
function bodyLimit({ headers, url = "" }: IncomingMessage, limits: BodyLimits): number {
  const { authorization = "" } = headers;
  if (/^AWS4-.*\/lambda\/aws4_request/.test(authorization)) return limits.code;
  const isSigned = authorization.startsWith("AWS4-") || url.includes("X-Amz-Signature=");
  return isSigned ? limits.signed : limits.unsigned;
}

/** The body, or undefined when it is over the limit. */
function readBody(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size <= limit + discardMax) return;
      req.off("data", onData);
      req.pause();
      resolve(undefined);
    };
    req.on("data", onData);
    req.once("end", () => resolve(size > limit ? undefined : Buffer.concat(chunks, size)));
    req.once("error", reject);
    req.once("close", () => reject(new Error("the client went away before the request was read")));
  });
}
