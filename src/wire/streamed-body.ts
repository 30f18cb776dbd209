import { createHash } from "node:crypto";
import { Fault } from "../foundation/fault.ts";
import { type ChunkSigner, decodeChunks } from "./aws-chunked.ts";
import type { WireRequest } from "./exchange.ts";

/** A body that is taken as it comes. Whoever reads it to its end has read what was sent. */
export interface StreamedBody extends AsyncIterable<Buffer> {
  /** Names of what is to come behind the bytes, in lower case. */
  readonly announced: readonly string[];
  /** What came behind the bytes, by lower-case names; empty until they have been read. */
  readonly trailers: ReadonlyMap<string, string>;
}

/** AWS's limit on one request's bytes: 5 GiB. */
const bytesMax = 5 * 1024 ** 3;

/**
 * The content of a body that has not been read: unwrapped where it is `aws-chunked`, and held
 * against the hash that was signed. What is wrong with it is thrown while it is read.
 *
 * @param sign signs chunks as the client must have; absent where its secret is not known
 * @throws Fault when its length is missing or too large
 */
export function streamedBody(request: WireRequest, sign?: ChunkSigner): StreamedBody {
  const trailers = new Map<string, string>();
  const declared = textHeader(request, "x-amz-content-sha256") ?? unsignedPayload;
  const isChunked = declared.startsWith("STREAMING-");
  const length = lengthOf(request, isChunked);
  const source = received(request.unread ?? (async function* () {})());
  const content = isChunked ? decodeChunks(source, trailers, sign) : source;
  const checked = counted(isChunked ? content : hashed(content, declared), length);
  const announced = (textHeader(request, "x-amz-trailer") ?? "").toLowerCase().split(/\s*,\s*/);
  return { announced, trailers, [Symbol.asyncIterator]: () => checked };
}

const unsignedPayload = "UNSIGNED-PAYLOAD";

/** Reads a body to its end, up to a limit; undefined when it is longer. */
export async function collect(body: StreamedBody, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Throws away what is left of a body, as far as that costs little: a client that is cut off while
 * it sends sees a broken connection and not the answer.
 */
export async function discard({ unread: body, headers }: WireRequest): Promise<void> {
  if (body === undefined || Number(headers["content-length"] ?? 0) > discardMax) return;
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > discardMax) return;
    }
  } catch {
    // It went away by itself.
  }
}

const discardMax = 64 * 1024 * 1024;

function lengthOf(request: WireRequest, isChunked: boolean): number {
  const text = textHeader(request, isChunked ? "x-amz-decoded-content-length" : "content-length");
  if (text === undefined && request.headers["transfer-encoding"] === undefined && !isChunked) {
    return 0;
  }
  if (text === undefined || !/^\d{1,15}$/.test(text)) {
    const message = "You must provide the Content-Length HTTP header.";
    throw new Fault("MissingContentLength", message, { status: 411 });
  }
  if (Number(text) > bytesMax) throw tooLarge(Number(text));
  return Number(text);
}

function tooLarge(received: number): Fault {
  const message = "Your proposed upload exceeds the maximum allowed size";
  return new Fault("EntityTooLarge", message, {
    status: 400,
    reason: {
      check: "size of the body",
      expected: `at most ${bytesMax} bytes`,
      received: `${received} bytes`,
      change: "Upload it in parts.",
    },
  });
}

/** A client that goes away in the middle has sent too little. */
async function* received(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw incomplete(cause);
  }
}

async function* counted(source: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > length) throw incomplete();
    yield chunk;
  }
  if (size < length) throw incomplete();
}

function incomplete(cause?: unknown): Fault {
  const message =
    "You did not provide the number of bytes specified by the Content-Length HTTP header.";
  return new Fault("IncompleteBody", message, { status: 400, cause });
}

async function* hashed(source: AsyncIterable<Buffer>, declared: string): AsyncGenerator<Buffer> {
  if (declared === unsignedPayload) return yield* source;
  const hash = createHash("sha256");
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  const actual = hash.digest("hex");
  if (declared === actual) return;
  const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
  throw new Fault("XAmzContentSHA256Mismatch", message, {
    status: 400,
    reason: {
      check: "x-amz-content-sha256",
      expected: actual,
      received: declared.slice(0, 100),
      change: "Something changed the body on its way: look for a proxy that rewrites it.",
    },
  });
}

function textHeader(request: WireRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}
