import { Fault } from "../foundation/fault.ts";
import type { WireFault } from "./codec.ts";
import { commonStatus } from "./refusal-codes.ts";
import type { ServiceShapes } from "./shape.ts";

/** A fault on its way out, and what the server's keepers should know about it. */
export interface FaultAnswer {
  readonly fault: WireFault;
  /** Set when the server is wrong, not the client: what happened, and what caused it. */
  readonly bug?: { readonly message: string; readonly cause?: unknown };
}

/**
 * The fault that answers what an operation threw. A fault that the operation does not declare goes
 * out all the same, and is a bug; anything but a fault is an internal failure, and a bug too.
 *
 * @param undeclared faults that the service answers with though the operation does not declare them
 */
export function answerFault(
  table: ServiceShapes,
  operation: string,
  undeclared: readonly string[],
  error: unknown,
): FaultAnswer {
  if (!(error instanceof Fault)) {
    const message = `${table.service} ${operation} failed`;
    return { fault: internalFailure(table), bug: { message, cause: error } };
  }
  const { code, message, details } = error;
  const shape = table.shapes[code];
  const declared = shape?.kind === "structure" ? shape.fault : undefined;
  const general = commonStatus(table.protocol, code);
  const fault: WireFault = {
    code: declared?.code ?? code,
    message,
    status: details.status ?? declared?.status ?? general ?? 400,
    ...(shape?.kind === "structure" && { shape }),
    ...(details.members !== undefined && { members: details.members }),
    ...(details.headers !== undefined && { headers: details.headers }),
  };
  const isExpected =
    table.operations[operation]?.faults.includes(code) ||
    general !== undefined ||
    undeclared.includes(code);
  if (isExpected) return { fault };
  return { fault, bug: { message: `${table.service} ${operation} does not declare ${code}` } };
}

/** What a client is told when the server is wrong. */
function internalFailure(table: ServiceShapes): WireFault {
  const declared = table.shapes.InternalErrorException !== undefined;
  const code = declared ? "InternalErrorException" : "InternalFailure";
  return { code, message: "The server failed to process the request.", status: 500 };
}
