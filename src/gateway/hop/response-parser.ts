import { ChunkedBody } from "./chunked-body.ts";
import { BadResponse, type Framing, readResponseHead } from "./response-head.ts";

/** Who hears of a response as it is read. */
export interface ResponseSink {
  /** The final head; headers are end-to-end, lower case, name and value in turn. */
  onHead(status: number, headers: string[], framing: Framing): void;
  /** A part of the body: text in Latin-1, or a view that holds only until the call returns. */
  onBody(part: Buffer | string, last: boolean): void;
}

/** What came at once, if it is not more than this, is made text once and for all. */
const textBytesMax = 4096;
const headEnd = "\r\n\r\n";
const headBytesMax = 32_768;
const interimAnswersMax = 8;

/** Reads HTTP/1.1 responses from one connection, one after the other, however they are cut up. */
export class ResponseParser {
  readonly #sink: ResponseSink;
  #state: "idle" | "head" | "length" | "chunks" | "close" = "idle";
  #toHead = false;
  #pending = "";
  #left = 0;
  #interim = 0;
  #chunked: ChunkedBody | undefined;
  #keepAlive = false;

  constructor(sink: ResponseSink) {
    this.#sink = sink;
  }

  /** Gets ready for the response to a request that is about to be sent. */
  expect(method: string): void {
    this.#state = "head";
    this.#toHead = method === "HEAD";
    this.#interim = 0;
  }

  /** Whether the last response is complete, so that nothing more may come. */
  get idle(): boolean {
    return this.#state === "idle";
  }

  /** Whether the connection may serve another request. */
  get reusable(): boolean {
    return this.#state === "idle" && this.#keepAlive;
  }

  /**
   * Reads what has come.
   *
   * @throws BadResponse when it is no response, or more than one
   */
  push(chunk: Buffer): void {
    const text = chunk.length <= textBytesMax ? chunk.toString("latin1") : undefined;
    let at = 0;
    while (this.#state === "head" && at < chunk.length) at = this.#readHead(chunk, text, at);
    if (at === chunk.length) return;
    if (this.#state === "length") at = this.#readLength(chunk, text, at);
    else if (this.#state === "chunks") at = this.#readChunks(chunk, at);
    else if (this.#state === "close") at = this.#readAll(chunk, at);
    if (at === chunk.length) return;
    // A second response that nobody asked for: whoever reads this connection next would get it.
    this.#keepAlive = false;
    throw new BadResponse("more came than the answer");
  }

  /**
   * The backend closed the connection.
   *
   * @throws BadResponse when that cuts a response off
   */
  end(): void {
    if (this.#state === "idle") return;
    if (this.#state !== "close") throw new BadResponse("the connection closed in the middle of it");
    this.#finish("");
  }

  /** @param text the chunk as text, where that is known */
  #readHead(chunk: Buffer, text: string | undefined, start: number): number {
    if (text !== undefined && this.#pending === "") {
      const end = text.indexOf(headEnd, start);
      if (end >= 0) return this.#endHead(text.slice(start, end), end + headEnd.length);
    }
    const before = this.#pending.length;
    const gathered = this.#pending + (text?.slice(start) ?? chunk.toString("latin1", start));
    const end = gathered.indexOf(headEnd, Math.max(0, before - headEnd.length + 1));
    if (end < 0) {
      if (gathered.length > headBytesMax) throw new BadResponse("its head is too long");
      this.#pending = gathered;
      return chunk.length;
    }
    this.#pending = "";
    return this.#endHead(gathered.slice(0, end), start + end + headEnd.length - before);
  }

  #endHead(text: string, next: number): number {
    if (text.length > headBytesMax) throw new BadResponse("its head is too long");
    const head = readResponseHead(text, this.#toHead);
    if (head.status < 200) {
      if (head.status === 101) throw new BadResponse("it switches protocols");
      if (++this.#interim > interimAnswersMax) throw new BadResponse("too many interim answers");
      return next;
    }
    this.#keepAlive = head.keepAlive;
    this.#state = head.framing.by;
    this.#left = head.framing.by === "length" ? head.framing.bytes : 0;
    this.#chunked =
      head.framing.by === "chunks"
        ? new ChunkedBody((data) => this.#sink.onBody(data, false))
        : undefined;
    this.#sink.onHead(head.status, head.headers, head.framing);
    if (this.#state === "length" && this.#left === 0) this.#finish("");
    return next;
  }

  #readLength(chunk: Buffer, text: string | undefined, start: number): number {
    const end = Math.min(chunk.length, start + this.#left);
    this.#left -= end - start;
    const part = text === undefined ? chunk.subarray(start, end) : text.slice(start, end);
    if (this.#left === 0) this.#finish(part);
    else this.#sink.onBody(part, false);
    return end;
  }

  #readChunks(chunk: Buffer, start: number): number {
    const chunked = this.#chunked;
    const end = chunked?.push(chunk, start) ?? start;
    if (chunked?.done) this.#finish("");
    return end;
  }

  #readAll(chunk: Buffer, start: number): number {
    this.#sink.onBody(chunk.subarray(start), false);
    return chunk.length;
  }

  #finish(part: Buffer | string): void {
    this.#state = "idle";
    this.#sink.onBody(part, true);
  }
}
