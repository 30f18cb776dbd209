import type { Traceable } from "../diagnostics/trace.ts";
import type { Reason } from "../foundation/reason.ts";
import type { WireFault } from "./codec.ts";

interface Refused {
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly subject: string;
  readonly fault: WireFault;
  readonly reason: Reason;
}

/** The trace of an operation that was refused for a reason. */
export function traceOf({ requestId, at, subject, fault, reason }: Refused): Traceable {
  return {
    traceId: requestId,
    trace: () => ({
      id: requestId,
      at,
      kind: "operation",
      subject,
      outcome: { status: fault.status, text: `${fault.code}: ${firstLine(fault.message)}` },
      steps: [
        {
          check: reason.check,
          outcome: "refused",
          detail: `expected ${reason.expected}, received ${reason.received}`,
          reason,
        },
      ],
    }),
  };
}

/** What follows quotes the request, which may hold a session token. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}
