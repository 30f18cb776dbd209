import { Fault } from "../../foundation/fault.ts";
import type { Reason } from "../../foundation/reason.ts";

/** A value that the model lets through and the service does not take. */
export function invalid(message: string, reason?: Reason): Fault {
  return new Fault("ValidationException", message, reason && { reason });
}

/** The fault of every operation that names a parameter which is not there. */
export function notFound(name: string): Fault {
  return new Fault("ParameterNotFound", `Parameter ${name} not found.`);
}

/** The fault of operations that name a version which the parameter never had, or has no more. */
export function versionNotFound(name: string, selector: string): Fault {
  const message =
    `Systems Manager could not find version ${selector} of ${name}. ` +
    "Verify the version and try again.";
  return new Fault("ParameterVersionNotFound", message);
}

/** For what would change what the server does, and what it does not do. */
export function notSupported(what: string, received: string): Fault {
  return invalid(`Gatepool does not support ${what} of parameters yet: leave it out.`, {
    check: what,
    expected: "nothing, as it would not be honoured",
    received,
    change: `Leave ${what} out.`,
  });
}
