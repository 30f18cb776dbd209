import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { findFunction } from "../lookup.ts";

/** Shows a function, its tags, and what kind of place its code is kept in. */
export const getFunction = operation("GetFunction", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const { value } = await findFunction(FunctionName, Qualifier, context);
    return {
      Configuration: describeFunction(value),
      Code: { RepositoryType: "S3" },
      ...(Object.keys(value.tags).length > 0 ? { Tags: { ...value.tags } } : {}),
    };
  },
});
