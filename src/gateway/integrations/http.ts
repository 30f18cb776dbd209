import { refuse, withoutGatewayHeaders, writeHead } from "../answers.ts";
import type { Call } from "../call.ts";
import type { HopConnection, HopExchange, HopFailure } from "../hop/connection.ts";
import { type HopRequest, RequestBody } from "../hop/request.ts";
import type { Framing } from "../hop/response-head.ts";
import { bodyBytesMax } from "../limits.ts";
import { type HttpTarget, targetFor } from "./http-target.ts";
import { eachPassedHeader, forwardedHeader } from "./request-headers.ts";

/** Calls an HTTP backend and passes its answer on. AWS: HTTP proxy integrations. */
export function callHttp(call: Call, target: HttpTarget): void {
  call.shared.hop.send(target.origin, new HttpExchange(call, target));
}

const methodsToRepeat: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);
const methodsWithBody: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/** A request on its way to a backend and back. */
class HttpExchange implements HopExchange {
  readonly request: HopRequest;
  connection: HopConnection | undefined = undefined;
  readonly #call: Call;
  #status = 0;
  #headers: string[] | undefined;
  #bytes = 0;
  #waiting = false;

  constructor(call: Call, target: HttpTarget) {
    this.#call = call;
    const { plan } = target;
    const method = plan.method === "ANY" ? call.decision.method : plan.method;
    const body = bodyOf(call, () => this.#refuseExcess());
    const head = headOf(call, target, method);
    const repeatable = !body && methodsToRepeat.has(method);
    this.request = { method, head, body, repeatable };
    // It closes behind each answer too, when nothing is left to cancel.
    call.response.on("close", () => this.connection?.cancel(this));
  }

  onHead(status: number, headers: string[], framing: Framing): void {
    if (framing.by === "length" && framing.bytes > bodyBytesMax) {
      this.#fail(tooLong);
      return;
    }
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
      this.#fail(tooLong);
      return;
    }
    if (this.#headers) {
      writeHead(this.#call, this.#status, this.#headers);
      this.#headers = undefined;
    }
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

  #fail(detail: string): void {
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

const tooLong = `the backend's answer is longer than ${bodyBytesMax} bytes`;
const seeTheBackend = "look at the backend: is it running there, and does it answer in time";

function headOf(call: Call, target: HttpTarget, method: string): string {
  const { decision, head, request } = call;
  const query = decision.path?.query ?? "";
  const path = targetFor(target, decision.values, decision.routePath, query);
  decision.calledPath = path;
  let text = `${method} ${path} HTTP/1.1\r\nhost: ${target.host}\r\n`;
  eachPassedHeader(request.rawHeaders, (name, value) => {
    text += `${name}: ${value}\r\n`;
  });
  text += `forwarded: ${forwardedHeader(call)}\r\nvia: HTTP/1.1 AmazonAPIGateway\r\n`;
  if (head.chunked) text += "transfer-encoding: chunked\r\n";
  else if (head.hasLength) text += `content-length: ${head.contentLength}\r\n`;
  else if (methodsWithBody.has(method)) text += "content-length: 0\r\n";
  return `${text}\r\n`;
}

function bodyOf(call: Call, onExcess: () => void): RequestBody | undefined {
  const { head, request } = call;
  if (!head.chunked && head.contentLength === 0) return undefined;
  return new RequestBody(request, head.chunked, bodyBytesMax, onExcess);
}

function withoutLength(headers: readonly string[]): string[] {
  const at = headers.findIndex((name, index) => index % 2 === 0 && name === "content-length");
  return at < 0 ? [...headers] : headers.toSpliced(at, 2);
}
