import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerBytesMax } from "./outcome.ts";

/** An event on its way to a function. */
export interface Invocation {
  readonly requestId: string;
  readonly payload: Buffer | string;
  readonly functionArn: string;
  /** On the machine's clock, in milliseconds since the epoch: the function reads the same one. */
  readonly deadlineAt: number;
  readonly traceId: string;
  /** JSON that the caller gave besides the event. */
  readonly clientContext?: string;
}

/** What a function's process tells. */
export interface RuntimeListener {
  /** It waits for an event. */
  onWaiting(): void;
  /** It hung up while it waited for an event. */
  onLost(): void;
  onAnswer(requestId: string, payload: Buffer): void;
  /** What it would answer is too large: of this many bytes at least. */
  onTooLarge(requestId: string, size: number): void;
  onError(requestId: string, payload: Buffer): void;
  onInitError(payload: Buffer): void;
}

const host = "127.0.0.1";
const version = "/2018-06-01/runtime";
const accepted = JSON.stringify({ status: "OK" });

/**
 * Lambda's runtime API for one process, on a port of its own: `next` waits until there is an
 * event, so nobody polls.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export class RuntimeApi {
  /** For `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string;
  readonly #server: Server;
  #listener: RuntimeListener | undefined;
  readonly #prefix: string;
  #waiting: ServerResponse | undefined;
  #requestId: string | undefined;

  /**
   * @param secret first part of each path, so that no other function on this machine can ask for
   *   this one's events; undefined for runtimes that insist on a plain `host:port`
   */
  static async open(secret?: string): Promise<RuntimeApi> {
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    server.unref();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, host, resolve);
    });
    return new RuntimeApi(server, secret);
  }

  private constructor(server: Server, secret: string | undefined) {
    this.#server = server;
    const root = secret === undefined ? "" : `/${secret}`;
    this.#prefix = root + version;
    this.address = `${host}:${portOf(server.address())}${root}`;
    server.on("request", (request, response) => this.#handle(request, response));
  }

  /** Tells `listener` what the process says from now on. */
  listen(listener: RuntimeListener): void {
    this.#listener = listener;
  }

  /** Hands an event to the process, which must be waiting for one. */
  serve(invocation: Invocation): void {
    const response = this.#waiting;
    if (!response) throw new Error("the process waits for no event");
    this.#waiting = undefined;
    this.#requestId = invocation.requestId;
    const { payload, clientContext } = invocation;
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(payload),
      "lambda-runtime-aws-request-id": invocation.requestId,
      "lambda-runtime-deadline-ms": invocation.deadlineAt,
      "lambda-runtime-invoked-function-arn": invocation.functionArn,
      "lambda-runtime-trace-id": invocation.traceId,
      ...(clientContext === undefined ? {} : { "lambda-runtime-client-context": clientContext }),
    });
    response.end(payload);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? "";
    const path = url.startsWith(this.#prefix) ? url.slice(this.#prefix.length) : undefined;
    if (request.method === "GET" && path === "/invocation/next") {
      this.#wait(response);
      return;
    }
    if (request.method === "POST" && path === "/init/error") {
      readBody(request, ({ body }) => {
        accept(response);
        this.#listener?.onInitError(body);
      });
      return;
    }
    const [, requestId, kind] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path ?? "") ?? [];
    if (request.method !== "POST" || requestId === undefined) {
      refuse(request, response, 404, "InvalidPath", "There is nothing at this path");
    } else if (requestId !== this.#requestId) {
      refuse(request, response, 400, "InvalidRequestID", "Invalid request ID");
    } else {
      readBody(request, (body) => this.#finish(response, requestId, kind === "error", body));
    }
  }

  #wait(response: ServerResponse): void {
    this.#waiting?.destroy();
    this.#waiting = response;
    response.once("close", () => {
      if (this.#waiting !== response) return;
      this.#waiting = undefined;
      this.#listener?.onLost();
    });
    this.#listener?.onWaiting();
  }

  #finish(response: ServerResponse, requestId: string, isError: boolean, read: Read): void {
    if (requestId !== this.#requestId) {
      answer(response, 400, errorBody("InvalidRequestID", "Invalid request ID"));
      return;
    }
    this.#requestId = undefined;
    if (read.size > answerBytesMax) {
      const message = `Exceeded maximum allowed payload size (${answerBytesMax} bytes).`;
      answer(response, 413, errorBody("RequestEntityTooLarge", message));
      this.#listener?.onTooLarge(requestId, read.size);
      return;
    }
    accept(response);
    if (isError) this.#listener?.onError(requestId, read.body);
    else this.#listener?.onAnswer(requestId, read.body);
  }
}

interface Read {
  readonly body: Buffer;
  /** Of all that came, even where it was too much to keep. */
  readonly size: number;
}

/** Keeps no more than a function may answer, however much comes. */
function readBody(request: IncomingMessage, done: (read: Read) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  request.on("data", (part: Buffer) => {
    size += part.length;
    if (size <= answerBytesMax) parts.push(part);
    else parts.length = 0;
  });
  request.on("end", () => done({ body: Buffer.concat(parts), size }));
  // Who hangs up has ended or will be timed out: both are noticed elsewhere.
  request.on("error", () => {});
}

function accept(response: ServerResponse): void {
  answer(response, 202, accepted);
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  message: string,
): void {
  request.resume();
  answer(response, status, errorBody(type, message));
}

function errorBody(errorType: string, errorMessage: string): string {
  return JSON.stringify({ errorMessage, errorType });
}

function answer(response: ServerResponse, status: number, body: string): void {
  const headers = { "content-type": "application/json", "content-length": body.length };
  response.writeHead(status, headers).end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
