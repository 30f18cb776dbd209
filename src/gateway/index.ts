import type { IncomingMessage, ServerResponse } from "node:http";
import type { TraceLog } from "../diagnostics/trace.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Invoke } from "../foundation/invoke.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { LocalKeys } from "../tokens/key-set.ts";
import type { AccessLogSink } from "./access-log.ts";
import { TokenChecker } from "./authorizers/token-checker.ts";
import { Call, type Destination } from "./call.ts";
import type { SignedCalls } from "./function-urls/authorize.ts";
import { type FindFunctionUrl, FunctionUrlTable } from "./function-urls/url-table.ts";
import { HopPool } from "./hop/pool.ts";
import { proceed } from "./pipeline.ts";
import type { PlanTable } from "./plan-table.ts";
import { createRequestIds } from "./request-ids.ts";

export type { FunctionUrl } from "./function-urls/url-table.ts";
export { PlanTable } from "./plan-table.ts";

/** What the gateway works with. */
export interface GatewayDeps {
  readonly plans: PlanTable;
  /** Finds the URLs of functions. */
  readonly functionUrl: FindFunctionUrl;
  readonly signedCalls: SignedCalls;
  /** Keys of the issuers that live on this server, which are never asked over the network. */
  readonly localKeys: LocalKeys;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly traces: TraceLog;
  readonly accessLogs: AccessLogSink;
  readonly log: Log;
  /** Whether answers carry `x-gatepool-trace`. */
  readonly development: boolean;
}

/** The data plane: it answers the calls to deployed APIs, and to the URLs of functions. */
export interface Gateway {
  /**
   * Answers one call. Never throws.
   *
   * @param to what the host, or the front of the path, named. Its path differs from the request's
   *   URL when an API was named by the path, as in `/_api/{apiId}/{stage}/{path}`: then it starts
   *   with the stage, and `$default` may be written `-`, `$default` or `%24default`.
   */
  handle(request: IncomingMessage, response: ServerResponse, to: Destination): void;
  /** Forgets the keys of an issuer, by any spelling, because they changed or are gone. */
  dropIssuer(issuer: string): void;
  /** Closes the connections to backends. */
  close(): void;
}

export function createGateway({ localKeys, functionUrl, ...deps }: GatewayDeps): Gateway {
  const { clock, log, random } = deps;
  const tokens = new TokenChecker({ localKeys, clock, log });
  const hop = new HopPool();
  const functionUrls = new FunctionUrlTable(functionUrl);
  const shared = { ...deps, functionUrls, tokens, hop, newRequestId: createRequestIds(random) };
  return {
    handle: (request, response, to) => proceed(new Call(shared, request, response, to)),
    dropIssuer: (issuer) => tokens.dropIssuer(issuer),
    close: () => hop.close(),
  };
}
