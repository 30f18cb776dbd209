import { operation } from "../contract.ts";
import { findFunction, readUnqualified } from "../lookup.ts";

/** Shows how many events a function may work on at once, if it has a limit of its own. */
export const getFunctionConcurrency = operation("GetFunctionConcurrency", {
  access: "iam",
  async run({ FunctionName }, context) {
    const name = readUnqualified(FunctionName, context);
    const { value } = await findFunction(name, undefined, context);
    return describeConcurrency(value) ?? {};
  },
});

/** Undefined where there is no limit. */
export function describeConcurrency({ reservedConcurrency }: { reservedConcurrency?: number }) {
  if (reservedConcurrency === undefined) return undefined;
  return { ReservedConcurrentExecutions: reservedConcurrency };
}
