import type { Traceable } from "./trace.ts";

/** Something to know about an answer, kept as its trace. */
export interface Note {
  readonly requestId: string;
  /** What was asked for, such as `InitiateAuth by client abc`. */
  readonly subject: string;
  /** What was answered, in short. */
  readonly outcome: string;
  readonly check: string;
  readonly detail: string;
}

/** The trace of an answer that refuses nothing, and that somebody may want to know about. */
export function noteTrace(
  { requestId, subject, outcome, check, detail }: Note,
  at: number,
): Traceable {
  return {
    traceId: requestId,
    isRefusal: false,
    trace: () => ({
      id: requestId,
      at,
      kind: "operation",
      subject,
      outcome: { status: 200, text: outcome },
      steps: [{ check, outcome: "noted", detail }],
    }),
  };
}
