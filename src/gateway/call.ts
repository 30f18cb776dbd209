import type { IncomingMessage, ServerResponse } from "node:http";
import type { TraceLog } from "../diagnostics/trace.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Invoke } from "../foundation/invoke.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { AccessLogSink } from "./access-log.ts";
import type { TokenChecker } from "./authorizers/token-checker.ts";
import { Decision } from "./decision.ts";
import type { SignedCalls } from "./function-urls/authorize.ts";
import type { FunctionUrlTable } from "./function-urls/url-table.ts";
import type { HopPool } from "./hop/pool.ts";
import type { PlanTable } from "./plan-table.ts";
import { type RequestHead, readRequestHead } from "./request-head.ts";

/** What all requests share. */
export interface Shared {
  readonly plans: PlanTable;
  readonly functionUrls: FunctionUrlTable;
  readonly signedCalls: SignedCalls;
  readonly tokens: TokenChecker;
  readonly hop: HopPool;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly newRequestId: () => string;
  readonly traces: TraceLog;
  readonly accessLogs: AccessLogSink;
  readonly log: Log;
  /** Whether answers say where their trace is. */
  readonly development: boolean;
}

/** Whom a call is for. */
export interface Destination {
  readonly kind: "api" | "function-url";
  /** Of the API, or of the URL. */
  readonly id: string;
  /** As sent, with the query; without what named the destination in front of it. */
  readonly path: string;
}

/** One request on its way through the gateway. What is found out about it is in `decision`. */
export class Call {
  readonly shared: Shared;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly head: RequestHead;
  readonly decision: Decision;
  /** Once it was read whole. */
  body: Buffer | undefined = undefined;
  /** Which step of the pipeline it is at. */
  step = 0;

  constructor(
    shared: Shared,
    request: IncomingMessage,
    response: ServerResponse,
    { kind, id, path }: Destination,
  ) {
    this.shared = shared;
    this.request = request;
    this.response = response;
    this.head = readRequestHead(request);
    const requestId = kind === "api" ? shared.newRequestId() : shared.random.uuid();
    this.decision = new Decision(requestId, shared.clock.now(), {
      method: request.method ?? "",
      kind,
      apiId: id,
      url: path,
      origin: this.head.origin,
    });
  }

  /** Whether the API was named by the path, so that its stage is written there too. */
  get namedByPath(): boolean {
    return this.decision.kind === "api" && this.decision.url !== this.request.url;
  }

  /** The client's address, without the prefix that IPv4 has on a socket for both versions. */
  get sourceIp(): string {
    const address = this.request.socket.remoteAddress ?? "";
    return address.startsWith("::ffff:") ? address.slice(7) : address;
  }

  /** Whether the client came by TLS. */
  get secure(): boolean {
    return "encrypted" in this.request.socket;
  }
}
