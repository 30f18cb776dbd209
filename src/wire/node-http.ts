import type { IncomingMessage, ServerResponse } from "node:http";
import type { WireRequest, WireResponse } from "./exchange.ts";

/** Bytes of a signed request's body: Lambda takes zip files of 50 MB, base64 encoded. */
const signedBodyMax = 72 * 1024 * 1024;
/** Bytes of a body that nobody has signed: sign-up, sign-in and their like are small. */
const unsignedBodyMax = 1024 * 1024;
/**
 * Bytes that are read and thrown away beyond the limit. A client that is cut off while it sends
 * sees a broken connection and not the answer, so it is let finish while that costs little.
 */
const discardMax = 64 * 1024 * 1024;

/** Limits on what is read from a request, in bytes. */
export interface BodyLimits {
  readonly signed: number;
  readonly unsigned: number;
}

const defaultLimits: BodyLimits = { signed: signedBodyMax, unsigned: unsignedBodyMax };

/**
 * Reads a request whole. A body over the limit is not kept: the request comes with `bodyTooLarge`.
 * Rejects when the client goes away before the end.
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
  const limit = mayBeSigned(req) ? limits.signed : limits.unsigned;
  const body = await readBody(req, limit);
  if (body !== undefined) return { ...head, body };
  return { ...head, body: Buffer.alloc(0), bodyTooLarge: true };
}

/** Writes the response. One to a request that was not read to its end closes the connection. */
export function writeResponse(res: ServerResponse, response: WireResponse): void {
  const body = typeof response.body === "string" ? Buffer.from(response.body) : response.body;
  const unread = !res.req.readableEnded && res.req.readable;
  const bodiless = response.status === 204 || response.status === 304;
  res.writeHead(response.status, {
    ...response.headers,
    ...(!bodiless && { "content-length": body.length }),
    ...(unread && { connection: "close" }),
  });
  res.end(bodiless || res.req.method === "HEAD" ? undefined : body);
}

function mayBeSigned(req: IncomingMessage): boolean {
  if (req.headers.authorization?.startsWith("AWS4-")) return true;
  return req.url?.includes("X-Amz-Signature=") ?? false;
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
