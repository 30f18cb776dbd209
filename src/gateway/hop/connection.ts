import type { Socket } from "node:net";
import { connectTo, type Origin } from "./origin.ts";
import type { HopRequest } from "./request.ts";
import { BadResponse } from "./response-head.ts";
import { ResponseParser, type ResponseSink } from "./response-parser.ts";

/** What went wrong on the way to a backend. */
export interface HopFailure {
  readonly kind: "unreachable" | "timed-out" | "malformed" | "closed";
  readonly detail: string;
}

/** One request to a backend, and who hears of its answer. */
export interface HopExchange extends ResponseSink {
  readonly request: HopRequest;
  /** The connection that carries it: set when it is sent. */
  connection: HopConnection | undefined;
  /** Nothing more is told after this. */
  onFailure(failure: HopFailure): void;
}

/** Who is told when a connection has nothing to do, and when it is gone. */
export interface ConnectionKeeper {
  onIdle(connection: HopConnection): void;
  onClosed(connection: HopConnection): void;
  /** An unanswered exchange of a connection that had gone stale: it may be sent again. */
  onStale(exchange: HopExchange): void;
}

const readBufferBytes = 32_768;

/** One connection to a backend. It carries one exchange at a time. */
export class HopConnection implements ResponseSink {
  readonly #socket: Socket;
  readonly #keeper: ConnectionKeeper;
  readonly #parser = new ResponseParser(this);
  readonly #timer: NodeJS.Timeout;
  #exchange: HopExchange | undefined;
  /** Whether a byte of the answer came. */
  #answering = false;
  #served = 0;
  #failure: HopFailure | undefined;
  closed = false;
  /** In which round of its pool's sweeps it became idle. */
  idleSince = 0;

  constructor(origin: Origin, keeper: ConnectionKeeper) {
    this.#keeper = keeper;
    this.#socket = connectTo(origin, {
      buffer: Buffer.allocUnsafeSlow(readBufferBytes),
      callback: (bytes, buffer) => this.#receive(bytes, buffer),
    });
    this.#socket.on("error", (error) => this.#onError(error));
    this.#socket.on("end", () => this.#onEnd());
    this.#socket.on("close", () => this.#onClose());
    this.#socket.on("drain", () => this.#exchange?.request.body?.resume());
    // One timer a connection: an exchange restarts it, and an idle connection ends with it.
    this.#timer = setTimeout(() => this.#onTimeout(origin.timeoutMs), origin.timeoutMs).unref();
  }

  /** Sends a request; its exchange hears of the answer. */
  start(exchange: HopExchange): void {
    const { request } = exchange;
    this.#exchange = exchange;
    exchange.connection = this;
    this.#answering = false;
    this.#parser.expect(request.method);
    this.#timer.refresh();
    this.#socket.write(request.head, "latin1");
    // A client that sends slowly is no reason to give a backend less time.
    request.body?.sendTo(this.#socket, () => this.#timer.refresh());
  }

  /** Gives an exchange up: nobody waits for it any more. */
  cancel(exchange: HopExchange): void {
    if (this.#exchange !== exchange) return;
    this.#exchange = undefined;
    exchange.request.body?.detach();
    this.destroy();
  }

  /** Stops reading until `resume`, because the client takes no more for now. */
  pause(): void {
    this.#socket.pause();
    this.#timer.refresh();
  }

  /** Reads on. */
  resume(): void {
    this.#socket.resume();
    this.#timer.refresh();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  onHead(...head: Parameters<ResponseSink["onHead"]>): void {
    this.#exchange?.onHead(...head);
  }

  onBody(part: Buffer | string, last: boolean): void {
    const exchange = this.#exchange;
    if (last) this.#exchange = undefined;
    exchange?.onBody(part, last);
    if (!last || !exchange) return;
    this.#served++;
    const { body } = exchange.request;
    if (!body || body.complete) return;
    // An answer before the whole request was sent: the rest of it has no place to go.
    body.detach();
    this.destroy();
  }

  #receive(bytes: number, buffer: Uint8Array): boolean {
    this.#answering = true;
    try {
      this.#parser.push(Buffer.from(buffer.buffer, buffer.byteOffset, bytes));
    } catch (error) {
      this.#fail(error);
      return true;
    }
    if (this.#exchange || this.#socket.destroyed) return true;
    if (this.#parser.reusable) this.#keeper.onIdle(this);
    else this.destroy();
    return true;
  }

  #onEnd(): void {
    try {
      this.#parser.end();
    } catch (error) {
      if (this.#answering) this.#fail(error);
    }
    this.destroy();
  }

  #fail(error: unknown): void {
    const what = error instanceof BadResponse ? "is bad" : "could not be passed on";
    const why = error instanceof Error ? error.message : String(error);
    this.#failure ??= { kind: "malformed", detail: `the backend's answer ${what}: ${why}` };
    this.destroy();
  }

  #onError(error: Error): void {
    this.#failure ??= { kind: "unreachable", detail: causeOf(error) };
  }

  #onTimeout(timeoutMs: number): void {
    const detail = `no complete answer within ${timeoutMs} ms`;
    if (this.#exchange) this.#failure = { kind: "timed-out", detail };
    this.destroy();
  }

  #onClose(): void {
    clearTimeout(this.#timer);
    this.closed = true;
    this.#keeper.onClosed(this);
    const exchange = this.#exchange;
    if (!exchange) return;
    this.#exchange = undefined;
    exchange.request.body?.detach();
    const stale = this.#served > 0 && !this.#answering && this.#failure?.kind !== "timed-out";
    if (stale && exchange.request.repeatable) this.#keeper.onStale(exchange);
    else exchange.onFailure(this.#failure ?? closedEarly);
  }
}

const closedEarly: HopFailure = {
  kind: "closed",
  detail: "the backend closed the connection before it answered",
};

/** A host with several addresses fails with one error for each, and no message of its own. */
function causeOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error ? first.message : String(first);
}
