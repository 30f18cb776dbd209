import { createHash, timingSafeEqual } from "node:crypto";
import { Fault } from "../foundation/fault.ts";
import { sha256 } from "./canonical-request.ts";

/** Signs chunks as their client must have. */
export interface ChunkSigner {
  /** The signature of the request, which the first chunk's goes on from. */
  readonly seed: string;
  /** @param kind `PAYLOAD` or `TRAILER` */
  sign(kind: string, previous: string, hashes: readonly string[]): string;
}

/** Characters of a line between chunks, and lines behind the last one. */
const lineMax = 4096;
const trailersMax = 20;

/**
 * Unwraps `aws-chunked`: chunks with their sizes and, where the client signs them, signatures, and
 * trailers behind the last.
 *
 * @param trailers is filled when the last chunk has been read
 * @throws Fault when sizes do not add up, or a signature does not hold
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
  signer?: ChunkSigner,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  let previous = signer?.seed ?? "";
  for (;;) {
    const { size, signature } = chunkHead(await reader.line());
    const hash = signer && createHash("sha256");
    for await (const piece of reader.bytes(size)) {
      hash?.update(piece);
      yield piece;
    }
    if (signer && hash) previous = checkChunk(signer, previous, signature, hash.digest("hex"));
    if (size === 0) break;
    if ((await reader.line()) !== "") throw malformedChunk("no end of line behind a chunk");
  }
  const text = await readTrailers(reader, trailers);
  if (!(await reader.isOver())) throw malformedChunk("bytes behind the last chunk");
  const signature = trailers.get("x-amz-trailer-signature");
  if (signer && signature !== undefined) {
    const expected = signer.sign("TRAILER", previous, [sha256(text)]);
    if (!equal(expected, signature)) throw wrongSignature();
  } else if (signer && trailers.size > 0) throw wrongSignature();
}

function chunkHead(line: string): { size: number; signature: string | undefined } {
  const found = /^([0-9a-fA-F]{1,9})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (found === null) throw malformedChunk(line.slice(0, 100));
  return { size: Number.parseInt(found[1] ?? "", 16), signature: found[2] };
}

function checkChunk(
  signer: ChunkSigner,
  previous: string,
  signature: string | undefined,
  hash: string,
): string {
  const expected = signer.sign("PAYLOAD", previous, [sha256(""), hash]);
  if (signature === undefined || !equal(expected, signature)) throw wrongSignature();
  return expected;
}

/** Answers the trailers as they are signed. */
async function readTrailers(reader: ByteReader, trailers: Map<string, string>): Promise<string> {
  let signed = "";
  for (;;) {
    const line = await reader.line(true);
    if (line === "") return signed;
    const colon = line.indexOf(":");
    if (colon < 1 || trailers.size >= trailersMax) throw malformedChunk("a trailer without a name");
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    trailers.set(name, value);
    if (name !== "x-amz-trailer-signature") signed += `${name}:${value}\n`;
  }
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function malformedChunk(received: string): Fault {
  return new Fault("InvalidChunkSizeError", "The chunks of the body are malformed.", {
    status: 400,
    reason: {
      check: "aws-chunked body",
      expected: "chunks of hexadecimal sizes, each with its bytes and an end of line",
      received,
      change: "Let an AWS SDK or the AWS CLI send the body.",
    },
  });
}

function wrongSignature(): Fault {
  const message =
    "The request signature we calculated does not match the signature you provided. Check your " +
    "key and signing method.";
  return new Fault("SignatureDoesNotMatch", message, {
    status: 403,
    reason: {
      check: "signature of a chunk",
      expected: "the signature of the secret access key",
      received: "another one, or none",
      change: "Something changed the body on its way: look for a proxy that rewrites it.",
    },
  });
}

/** Lines and bytes out of chunks that come as the network cuts them. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** @param mayEnd the end of the body counts as an empty line */
  async line(mayEnd = false): Promise<string> {
    let end = this.#rest.indexOf(10);
    while (end === -1) {
      if (this.#rest.length > lineMax) throw malformedChunk("a line that does not end");
      if (!(await this.#more())) {
        if (mayEnd && this.#rest.length === 0) return "";
        throw malformedChunk("the end of the body");
      }
      end = this.#rest.indexOf(10);
    }
    const line = this.#rest.subarray(0, end).toString("latin1");
    this.#rest = this.#rest.subarray(end + 1);
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }

  async *bytes(size: number): AsyncGenerator<Buffer> {
    let left = size;
    while (left > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) {
        throw malformedChunk("the end of the body");
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async isOver(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }
}
