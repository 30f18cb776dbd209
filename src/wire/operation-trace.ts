import type { Step, Traceable } from "../diagnostics/trace.ts";
import type { Reason } from "../foundation/reason.ts";
import type { WireFault } from "./codec.ts";

interface Refused {
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly subject: string;
  readonly fault: WireFault;
  /** Absent where the fault's own message says it all. */
  readonly reason: Reason | undefined;
}

/** Characters of a message that a trace keeps: many traces are kept, and messages quote input. */
const textMax = 1000;

/** The trace of an operation that was refused. */
export function traceOf({ requestId, at, subject, fault, reason }: Refused): Traceable {
  const text = `${fault.code}: ${firstLine(fault.message)}`.slice(0, textMax);
  const message = firstLine(fault.message).slice(0, textMax);
  const steps: Step[] = reason
    ? [
        {
          check: reason.check,
          outcome: "refused",
          detail: `the client was told: ${message}`,
          reason,
        },
      ]
    : [{ check: "request", outcome: "refused", detail: text }];
  const outcome = { status: fault.status, text };
  return {
    traceId: requestId,
    isRefusal: true,
    trace: () => ({ id: requestId, at, kind: "operation", subject, outcome, steps }),
  };
}

/** What follows quotes the request, which may hold a session token. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}
