import type { ServiceDefinition } from "../../wire/service.ts";
import { shapes } from "../../wire/shapes/sts.ts";
import type { StsContext } from "./contract.ts";
import { assumeRole } from "./operations/assume-role.ts";
import { getCallerIdentity } from "./operations/get-caller-identity.ts";

/** STS, as far as roles go. */
export function stsDefinition(deps: Omit<StsContext, "call">): ServiceDefinition<StsContext> {
  return {
    shapes,
    constraintFault: "ValidationError",
    context: (call) => ({ ...deps, call }),
    operations: [assumeRole, getCallerIdentity],
  };
}
