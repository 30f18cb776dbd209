import { arnOf } from "../foundation/arn.ts";
import { type StacksContext, validationError } from "./contract.ts";
import type { Stack } from "./domain/stack.ts";

const nameLengthMax = 128;

/**
 * A stack of which nothing has been written down yet.
 * @throws Fault ValidationError when the name is none for a stack
 */
export function newStack(
  name: string,
  status: Stack["status"],
  { tenant, random, clock }: StacksContext,
): Stack {
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: ` +
        "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
    );
  }
  if (name.length > nameLengthMax) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: ` +
        `Member must have length less than or equal to ${nameLengthMax}`,
    );
  }
  return {
    ...{ tenant, name, status, outputs: [], createdAt: clock.now() },
    id: arnOf("cloudformation", tenant, `stack/${name}/${random.uuid()}`),
    terminationProtection: false,
    disableRollback: false,
  };
}
