import type { Socket } from "node:net";
import type { Readable } from "node:stream";

/** A request as it goes to a backend. */
export interface HopRequest {
  readonly method: string;
  /** Request line and headers, with the empty line that ends them, in Latin-1. */
  readonly head: string;
  readonly body: RequestBody | undefined;
  /** Whether sending it twice does what sending it once does, and is possible. */
  readonly repeatable: boolean;
}

/** A request's body on its way from the client to a backend, at the slower one's pace. */
export class RequestBody {
  readonly #source: Readable;
  readonly #chunked: boolean;
  readonly #bytesMax: number;
  readonly #onExcess: () => void;
  #socket: Socket | undefined;
  #onProgress: (() => void) | undefined;
  #bytes = 0;
  /** Whether all of it was handed to the connection. */
  complete = false;

  /**
   * @param chunked whether its length is unknown, so that it is sent in chunks
   * @param onExcess is called when more than `bytesMax` came; nothing more is sent then
   */
  constructor(source: Readable, chunked: boolean, bytesMax: number, onExcess: () => void) {
    this.#source = source;
    this.#chunked = chunked;
    this.#bytesMax = bytesMax;
    this.#onExcess = onExcess;
  }

  /**
   * Starts to send, behind a head that was sent before.
   *
   * @param onProgress is called whenever a part came
   */
  sendTo(socket: Socket, onProgress: () => void): void {
    this.#socket = socket;
    this.#onProgress = onProgress;
    this.#source.on("data", this.#onData);
    this.#source.on("end", this.#onEnd);
  }

  /** Reads on: the connection takes more. */
  resume(): void {
    if (!this.complete) this.#source.resume();
  }

  /** Sends nothing more. What the client still sends is read and thrown away. */
  detach(): void {
    this.#source.off("data", this.#onData);
    this.#source.off("end", this.#onEnd);
    this.#source.resume();
  }

  readonly #onData = (data: Buffer): void => {
    this.#onProgress?.();
    this.#bytes += data.length;
    if (this.#bytes > this.#bytesMax) {
      this.detach();
      this.#onExcess();
    } else if (!this.#write(data)) this.#source.pause();
  };

  readonly #onEnd = (): void => {
    this.complete = true;
    if (this.#chunked) this.#socket?.write("0\r\n\r\n", "latin1");
  };

  /** Answers whether the connection takes more for now. */
  #write(data: Buffer): boolean {
    const socket = this.#socket;
    if (!socket || socket.destroyed) return true;
    if (!this.#chunked) return socket.write(data);
    socket.cork();
    socket.write(`${data.length.toString(16)}\r\n`, "latin1");
    socket.write(data);
    const takesMore = socket.write("\r\n", "latin1");
    socket.uncork();
    return takesMore;
  }
}
