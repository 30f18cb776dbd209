import type { Fault } from "../../foundation/fault.ts";
import type { Context } from "../contract.ts";
import type { Target } from "./target.ts";

/**
 * Tells the operator why no code was sent, where the answer hides it from the client: it looks
 * like a success, and yet people wait for a code.
 */
export function notePretence(
  { call, note }: Context,
  operation: string,
  { client }: Target,
  { message, details }: Fault,
): void {
  const { check, received, change } = details.reason ?? { check: "user", received: "", change: "" };
  note({
    requestId: call.requestId,
    subject: `${operation} by client ${client.id}`,
    outcome: "no code was sent",
    check,
    detail:
      `The answer hides it, since the client has PreventUserExistenceErrors ENABLED: ${message} ` +
      `Received ${received}. ${change}`,
  });
}
