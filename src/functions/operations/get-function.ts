import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { findTarget } from "../lookup.ts";
import { describeConcurrency } from "./get-function-concurrency.ts";

/** Shows a function, its tags, and what kind of place its code is kept in. */
export const getFunction = operation("GetFunction", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const { latest, record, qualifier } = await findTarget(FunctionName, Qualifier, context);
    const Concurrency = describeConcurrency(latest);
    return {
      Configuration: describeFunction(record, qualifier),
      Code: { RepositoryType: "S3" },
      ...(Concurrency && { Concurrency }),
      ...(Object.keys(latest.tags).length > 0 ? { Tags: { ...latest.tags } } : {}),
    };
  },
});
