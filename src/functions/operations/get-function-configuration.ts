import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { findFunction } from "../lookup.ts";

/** Shows the settings of a function. */
export const getFunctionConfiguration = operation("GetFunctionConfiguration", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const { value } = await findFunction(FunctionName, Qualifier, context);
    return describeFunction(value);
  },
});
