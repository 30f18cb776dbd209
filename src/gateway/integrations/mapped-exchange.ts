import type { Readable } from "node:stream";
import type { Call } from "../call.ts";
import type { Framing } from "../hop/response-head.ts";
import { bodyBytesMax } from "../limits.ts";
import { BodyValues } from "../mapping/body-values.ts";
import type { ResponseMapping } from "../mapping/response-mapping.ts";
import { UnmappableValue } from "../mapping/value.ts";
import { HttpExchange, tooLong } from "./http-exchange.ts";
import type { HttpTarget } from "./http-target.ts";
import { mapHead } from "./mapped-answer.ts";

/** The head of an answer that waits for its body, which it is mapped by. */
interface WaitingHead {
  readonly mapping: ResponseMapping;
  readonly status: number;
  readonly headers: string[];
  readonly framing: Framing;
  readonly parts: Buffer[];
  bytes: number;
}

/** An exchange whose answer is changed before it is passed on. */
export class MappedExchange extends HttpExchange {
  readonly #call: Call;
  readonly #mappings: HttpTarget["responses"];
  #waiting: WaitingHead | undefined;
  /** Whether the status that the client is told allows no body. */
  #withoutBody = false;

  constructor(
    call: Call,
    target: HttpTarget,
    method: string,
    head: string,
    source: Readable | undefined,
  ) {
    super(call, method, head, source);
    this.#call = call;
    this.#mappings = target.responses;
  }

  override onHead(status: number, headers: string[], framing: Framing): void {
    this.#call.decision.backendStatus = status;
    const mapping = this.#mappings?.get(status);
    if (!mapping) super.onHead(status, headers, framing);
    else if (!mapping.needsBody) this.#passHead(mapping, { status, headers, framing }, nothing);
    else this.#waiting = { mapping, status, headers, framing, parts: [], bytes: 0 };
  }

  override onBody(part: Buffer | string, last: boolean): void {
    if (!this.#waiting) this.#passBody(part, last);
    else this.#gather(this.#waiting, part, last);
  }

  #gather(waiting: WaitingHead, part: Buffer | string, last: boolean): void {
    waiting.bytes += part.length;
    if (waiting.bytes > bodyBytesMax) {
      this.fail(tooLong);
      return;
    }
    // A view is into a buffer that is read into again, so what is kept must be copied.
    waiting.parts.push(typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part));
    if (!last) return;
    const body = Buffer.concat(waiting.parts);
    this.#waiting = undefined;
    if (this.#passHead(waiting.mapping, waiting, body)) this.#passBody(body, true);
  }

  /** Answers whether the body may follow. */
  #passHead(
    mapping: ResponseMapping,
    head: Pick<WaitingHead, "status" | "headers" | "framing">,
    body: Buffer,
  ): boolean {
    const source = { call: this.#call, headers: head.headers, body: new BodyValues(body) };
    try {
      const { status, headers, withoutBody } = mapHead(mapping, head, source);
      this.#withoutBody = withoutBody;
      super.onHead(status, headers, head.framing);
      return true;
    } catch (error) {
      if (!(error instanceof UnmappableValue)) throw error;
      this.fail(`its answer could not be mapped: ${error.message}`);
      return false;
    }
  }

  #passBody(part: Buffer | string, last: boolean): void {
    if (!this.#withoutBody) super.onBody(part, last);
    else if (last) super.onBody("", true);
  }
}

const nothing = Buffer.alloc(0);
