import type { Readable } from "node:stream";
import { refuse, withoutGatewayHeaders, writeHead } from "../answers.ts";
import type { Call } from "../call.ts";
import type { HopConnection, HopExchange, HopFailure } from "../hop/connection.ts";
import { type HopRequest, RequestBody } from "../hop/request.ts";
import type { Framing } from "../hop/response-head.ts";
import { bodyBytesMax } from "../limits.ts";

const methodsToRepeat: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** A request on its way to a backend and back. */
export class HttpExchange implements HopExchange {
  readonly request: HopRequest;
  connection: HopConnection | undefined = undefined;
  readonly #call: Call;
  #status = 0;
  #headers: string[] | undefined;
  #bytes = 0;
  #waiting = false;

  /** @param source the body; undefined when there is none */
  constructor(call: Call, method: string, head: string, source: Readable | undefined) {
    this.#call = call;
    const { chunked } = call.head;
    const refuseExcess = () => this.#refuseExcess();
    const body = source && new RequestBody(source, chunked, bodyBytesMax, refuseExcess);
    const repeatable = !body && methodsToRepeat.has(method);
    this.request = { method, head, body, repeatable };
    // It closes behind each answer too, when nothing is left to cancel.
    call.response.on("close", () => this.connection?.cancel(this));
  }

  onHead(status: number, headers: string[], framing: Framing): void {
    if (framing.by === "length" && framing.bytes > bodyBytesMax) {
      this.fail(tooLong);
      return;
    }
    const { decision } = this.#call;
    decision.backendStatus ||= status;
    if (decision.stage?.accessLog) decision.integrationRequestId ??= requestIdOf(headers);
    this.#status = status;
    this.#headers = withoutGatewayHeaders(this.#call, headers);
    // A client that asked for more than a head would wait for the body that the length promises.
    const onlyHead = this.request.method === "HEAD" && this.#call.decision.method !== "HEAD";
    if (onlyHead) this.#headers = withoutLength(this.#headers);
  }

  onBody(part: Buffer | string, last: boolean): void {
    const { response } = this.#call;
    this.#bytes += part.length;
    if (this.#bytes > bodyBytesMax) {
      this.fail(tooLong);
      return;
    }
    if (this.#headers) {
      writeHead(this.#call, this.#status, this.#headers);
      this.#headers = undefined;
    }
    this.#call.decision.responseBytes = this.#bytes;
    // A view is into a buffer that is read into again, so what is kept must be copied.
    const kept = typeof part === "string" ? part : Buffer.from(part);
    if (last) {
      response.end(kept, "latin1");
    } else if (!response.write(kept, "latin1") && !this.#waiting) {
      this.#waiting = true;
      this.connection?.pause();
      response.once("drain", () => this.#resume());
    }
  }

  onFailure(failure: HopFailure): void {
    this.#refuse(failure.kind === "malformed" ? 500 : 503, failure.detail);
  }

  #resume(): void {
    this.#waiting = false;
    this.connection?.resume();
  }

  /** The body of the request turned out too long while it was sent. */
  #refuseExcess(): void {
    this.connection?.cancel(this);
    if (this.#started()) return;
    const problem = { kind: "body-too-large", bytesMax: bodyBytesMax } as const;
    refuse(this.#call, 413, problem, ["connection", "close"]);
  }

  /** Refuses the answer, and leaves the backend. */
  protected fail(detail: string): void {
    this.connection?.cancel(this);
    this.#refuse(500, detail);
  }

  #refuse(status: number, detail: string): void {
    const problem = { kind: "integration", detail, change: seeTheBackend } as const;
    if (this.#started()) this.#call.decision.problem = problem;
    else refuse(this.#call, status, problem);
  }

  /** An answer that has begun can only be broken off, so that nobody takes it for whole. */
  #started(): boolean {
    const { response } = this.#call;
    if (!response.headersSent) return false;
    response.destroy();
    return true;
  }
}

export const tooLong = `the backend's answer is longer than ${bodyBytesMax} bytes`;
const seeTheBackend = "look at the backend: is it running there, and does it answer in time";

/** The id that a service of AWS gave the call. */
function requestIdOf(headers: readonly string[]): string | undefined {
  const isId = (name: string, at: number) =>
    at % 2 === 0 && (name === "x-amz-request-id" || name === "x-amzn-requestid");
  const at = headers.findIndex(isId);
  return at < 0 ? undefined : headers[at + 1];
}

/** Headers without `content-length`. */
export function withoutLength(headers: readonly string[]): string[] {
  const at = headers.findIndex((name, index) => index % 2 === 0 && name === "content-length");
  return at < 0 ? [...headers] : headers.toSpliced(at, 2);
}
