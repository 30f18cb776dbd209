import { BadResponse } from "./response-head.ts";

/** Takes the data out of a chunked body (RFC 9112 section 7.1), however it is cut up. */
export class ChunkedBody {
  readonly #deliver: (data: Buffer) => void;
  #state: "size" | "data" | "data-end" | "trailer" | "done" = "size";
  #line = "";
  #left = 0;
  #trailerBytes = 0;

  constructor(deliver: (data: Buffer) => void) {
    this.#deliver = deliver;
  }

  get done(): boolean {
    return this.#state === "done";
  }

  /**
   * Reads from `start` on; answers where it stopped, which is behind the body when it is done.
   *
   * @throws BadResponse
   */
  push(chunk: Buffer, start: number): number {
    let at = start;
    while (at < chunk.length && this.#state !== "done") {
      at = this.#state === "data" ? this.#data(chunk, at) : this.#byte(chunk, at);
    }
    return at;
  }

  #data(chunk: Buffer, start: number): number {
    const end = Math.min(chunk.length, start + this.#left);
    this.#left -= end - start;
    if (this.#left === 0) this.#state = "data-end";
    this.#deliver(chunk.subarray(start, end));
    return end;
  }

  /** Lines are short, so they are read byte by byte. */
  #byte(chunk: Buffer, at: number): number {
    this.#line += String.fromCharCode(chunk[at] ?? 0);
    if (this.#line.endsWith("\r\n")) this.#endLine(this.#line.slice(0, -2));
    else if (this.#line.length > 256) throw new BadResponse("a chunk's line is too long");
    return at + 1;
  }

  #endLine(line: string): void {
    this.#line = "";
    if (this.#state === "size") this.#readSize(line);
    else if (this.#state === "data-end") this.#endData(line);
    else this.#endTrailer(line);
  }

  #readSize(line: string): void {
    // Extensions mean nothing to a gateway; anything else behind the size is a trick.
    const [, digits] = /^([\da-fA-F]{1,8})(?:[ \t]*;[\t\x20-\x7e]*)?$/.exec(line) ?? [];
    if (digits === undefined) throw new BadResponse("the size of a chunk is not a number");
    this.#left = Number.parseInt(digits, 16);
    this.#state = this.#left === 0 ? "trailer" : "data";
  }

  #endData(line: string): void {
    if (line !== "") throw new BadResponse("a chunk is longer than its size");
    this.#state = "size";
  }

  /** Trailers are not passed on, as no header said that they would come. */
  #endTrailer(line: string): void {
    this.#trailerBytes += line.length;
    if (this.#trailerBytes > 4096) throw new BadResponse("its trailer is too long");
    if (line === "") this.#state = "done";
  }
}
