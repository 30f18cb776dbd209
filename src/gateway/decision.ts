import type { Trace, Traceable } from "../diagnostics/trace.ts";
import type { Reason } from "../foundation/reason.ts";
import type { KeyFailure } from "../tokens/key-set-source.ts";
import type { RefusedToken, VerifiedToken } from "../tokens/verify.ts";
import type { Caller } from "../wire/authenticate.ts";
import { explain } from "./explain/explain.ts";
import type { RequestPath } from "./path.ts";
import type { ThrottlePlan } from "./plan.ts";
import type { Api } from "./plan-table.ts";
import type { Route, Stage } from "./stage.ts";

/** Why a request did not get the answer that it wanted. */
export type Problem =
  | { readonly kind: "head-too-large"; readonly bytes: number; readonly bytesMax: number }
  | { readonly kind: "ambiguous-head" }
  | { readonly kind: "unknown-api"; readonly apiIds: readonly string[] }
  | { readonly kind: "unknown-url" }
  | { readonly kind: "bad-path"; readonly detail: string }
  | { readonly kind: "unknown-stage" }
  | { readonly kind: "unknown-route" }
  | { readonly kind: "evasive-path"; readonly guarded: Route }
  | { readonly kind: "unsupported-authorizer" }
  | { readonly kind: "token-missing" }
  | { readonly kind: "token-repeated"; readonly times: number }
  | { readonly kind: "token-refused"; readonly token: RefusedToken }
  | { readonly kind: "keys-missing"; readonly failure: KeyFailure }
  | { readonly kind: "scope-missing" }
  | { readonly kind: "caller-refused"; readonly reason: Reason }
  | { readonly kind: "throttled"; readonly limit: ThrottlePlan; readonly waitMs: number }
  | { readonly kind: "body-too-large"; readonly bytesMax: number }
  | { readonly kind: "mapping"; readonly detail: string }
  | { readonly kind: "integration"; readonly detail: string; readonly change: string };

const none: readonly string[] = [];

/** A browser's question whether a page may send a request. */
export interface Preflight {
  readonly method: string;
  /** As sent: names with commas between. */
  readonly headers: string;
  /** Whether the gateway answered it by itself. */
  readonly answered: boolean;
}

/**
 * What was decided about one request. Each step of the pipeline leaves here what it found, and
 * nothing is put into words until somebody asks: references and numbers only, no request, no
 * response, no token.
 */
export class Decision implements Traceable {
  readonly traceId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** Whether an API is called, or the URL of a function. */
  readonly kind: "api" | "function-url";
  /** The id of the URL where that is called. */
  readonly apiId: string;
  /** As sent, with the query. */
  readonly url: string;
  /** Empty when there is none. */
  readonly origin: string;
  api: Api | undefined = undefined;
  path: RequestPath | undefined = undefined;
  stage: Stage | undefined = undefined;
  /** Decoded, without the stage. */
  routePath = "";
  /**
   * What a function is told: decoded, with the stage if that stands in the URL; as sent where the
   * function's own URL was called.
   */
  stagePath = "";
  route: Route | undefined = undefined;
  /** What the route's path variables stand for, in order. */
  values: readonly string[] = [];
  preflight: Preflight | undefined = undefined;
  /** Whether the backend set CORS headers too, and lost them. */
  droppedCors = false;
  /** Whether the token came behind `Bearer `. */
  bearer = false;
  token: VerifiedToken | undefined = undefined;
  /** Who signed a call to the URL of a function, where that has to be signed. */
  caller: Caller | undefined = undefined;
  /** Whether a function got the body as base64. */
  encodedBody = false;
  /** Names of headers that came more than once, in lower case. */
  repeatedHeaders: readonly string[] = none;
  /** A member of the function's answer that only the other payload format has. */
  foreignMember: "cookies" | "multiValueHeaders" | undefined = undefined;
  /** What is not as it would be at AWS, though the function ran. */
  warning: string | undefined = undefined;
  /** Path of the call to an HTTP backend. */
  calledPath = "";
  /** Milliseconds since the epoch; zero while the integration was not called. */
  calledAt = 0;
  /** What the integration answered, before anything was mapped; zero when it did not. */
  backendStatus = 0;
  /** By what id the integration knows the call, if it said so and that is to be logged. */
  integrationRequestId: string | undefined = undefined;
  answeredAt = 0;
  status = 0;
  /** Of the body as far as it was passed on. */
  responseBytes = 0;
  problem: Problem | undefined = undefined;

  constructor(
    traceId: string,
    at: number,
    request: Pick<Decision, "method" | "kind" | "apiId" | "url" | "origin">,
  ) {
    this.traceId = traceId;
    this.at = at;
    this.method = request.method;
    this.kind = request.kind;
    this.apiId = request.apiId;
    this.url = request.url;
    this.origin = request.origin;
  }

  get isRefusal(): boolean {
    return this.problem !== undefined;
  }

  trace(): Trace {
    return explain(this);
  }
}
