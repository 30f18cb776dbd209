import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { findTarget } from "../lookup.ts";

/** Shows a function, its tags, and what kind of place its code is kept in. */
export const getFunction = operation("GetFunction", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const { latest, record, qualifier } = await findTarget(FunctionName, Qualifier, context);
    return {
      Configuration: describeFunction(record, qualifier),
      Code: { RepositoryType: "S3" },
      ...(Object.keys(latest.tags).length > 0 ? { Tags: { ...latest.tags } } : {}),
    };
  },
});
