import type { Outcome } from "./outcome.ts";

/** One event for a function's process. */
export interface Job {
  readonly requestId: string;
  readonly payload: Buffer | string;
  readonly traceId: string;
  /** The version or alias that was asked for. */
  readonly qualifier?: string;
  /** JSON that the caller gave besides the event. */
  readonly clientContext?: string;
}

/** How a job ended, and the end of what it wrote. */
export interface Done {
  readonly outcome: Outcome;
  readonly tail: Buffer;
  /** What the person who wrote the function should know besides. */
  readonly warning?: string;
}

/** Why a process never became ready, as an answer to whoever waits for it. */
export type InitFailure = (requestId: string) => Done;

/** A job that no process has worked on. */
export function notRun(kind: "unable" | "throttled", reason: string): Done {
  return { outcome: { kind, reason }, tail: Buffer.alloc(0) };
}
