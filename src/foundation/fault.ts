import type { Reason } from "./reason.ts";

/** What a fault may carry besides its code and message. */
export interface FaultDetails {
  /** HTTP status, where it is not the one the service's shapes declare. */
  status?: number;
  /** Further members of the error body, under their wire names. */
  members?: Record<string, unknown>;
  /** Further response headers, lower case. */
  headers?: Record<string, string>;
  /** Why, for the person behind the client: kept as a trace, never sent in the answer. */
  reason?: Reason;
  /** What lies behind it; goes to the log, never to the client. */
  cause?: unknown;
}

/** An error that AWS declares for an operation: the client sees its code and its message. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: string;
  readonly details: FaultDetails;

  constructor(code: string, message: string, details: FaultDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}
