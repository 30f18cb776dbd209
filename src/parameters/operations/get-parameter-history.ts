import { describeVersion } from "../answers.ts";
import { operation } from "../contract.ts";
import { notFound } from "../domain/faults.ts";

/** Returns the versions of a parameter, the oldest first: all that are kept, on one page. */
export const getParameterHistory = operation("GetParameterHistory", {
  access: "iam",
  async run({ Name, WithDecryption = false }, context) {
    const versions = await context.parameters.history(context.tenant, Name);
    if (versions.length === 0) throw notFound(Name);
    return { Parameters: versions.map((each) => describeVersion(each, context, WithDecryption)) };
  },
});
