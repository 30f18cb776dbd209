/** How one part of the server runs a function without knowing the part that keeps them. */
export type Invoke = (request: InvokeRequest) => Promise<InvokeResult>;

export interface InvokeRequest {
  /** The function's ARN, with or without a version or alias. */
  functionArn: string;
  /** The event, as JSON text in UTF-8. */
  payload: Buffer | string;
  /** Gives up after this long; the function's own time-out applies besides. */
  timeoutMs: number;
}

/**
 * `failed` means that the function could not be run; `threw` that it ran and failed, also by its
 * own time-out; `timed-out` that the caller's time was over; `throttled` that it got no turn.
 * A `warning` is for the person who wrote the function, and belongs into the trace.
 */
export type InvokeResult =
  | { kind: "answered"; payload: string; warning?: string }
  | { kind: "threw"; payload: string; reason: string; warning?: string }
  | { kind: "timed-out"; reason: string }
  | { kind: "throttled"; reason: string }
  | { kind: "failed"; reason: string };
