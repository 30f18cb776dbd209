import { changeFunction } from "../changes.ts";
import { operation } from "../contract.ts";
import { readUnqualified } from "../lookup.ts";

/** Takes a function's own limit away. */
export const deleteFunctionConcurrency = operation("DeleteFunctionConcurrency", {
  access: "iam",
  async run({ FunctionName }, context) {
    await changeFunction(readUnqualified(FunctionName, context), context, (latest) => {
      const { reservedConcurrency: _, ...record } = latest;
      return { record };
    });
    return {};
  },
});
