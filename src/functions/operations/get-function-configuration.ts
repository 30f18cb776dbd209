import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { findTarget } from "../lookup.ts";

/** Shows the settings of a function. */
export const getFunctionConfiguration = operation("GetFunctionConfiguration", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const { record, qualifier } = await findTarget(FunctionName, Qualifier, context);
    return describeFunction(record, qualifier);
  },
});
