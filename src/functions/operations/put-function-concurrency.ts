import { concurrencyMax, usageOf } from "../account.ts";
import { changeFunction } from "../changes.ts";
import { type FunctionsContext, fault, operation } from "../contract.ts";
import { readUnqualified } from "../lookup.ts";

/** What has to be left for functions that have no limit of their own. */
const unreservedMin = 100;

/** Limits how many events a function works on at once; with 0, it is off. */
export const putFunctionConcurrency = operation("PutFunctionConcurrency", {
  access: "iam",
  async run({ FunctionName, ReservedConcurrentExecutions: reservedConcurrency }, context) {
    const name = readUnqualified(FunctionName, context);
    await checkUnreserved(name, reservedConcurrency, context);
    await changeFunction(name, context, (latest) => ({
      record: { ...latest, reservedConcurrency },
    }));
    return { ReservedConcurrentExecutions: reservedConcurrency };
  },
});

async function checkUnreserved(
  name: string,
  wanted: number,
  context: FunctionsContext,
): Promise<void> {
  const { reserved } = await usageOf(context);
  reserved.set(name, wanted);
  const taken = [...reserved.values()].reduce((sum, each) => sum + each, 0);
  if (concurrencyMax - taken >= unreservedMin) return;
  throw fault(
    "InvalidParameterValueException",
    "Specified ReservedConcurrentExecutions for function decreases account's " +
      `UnreservedConcurrentExecution below its minimum value of [${unreservedMin}].`,
  );
}
