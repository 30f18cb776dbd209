import { fault, operation } from "../contract.ts";
import { policyDocument } from "../domain/policy.ts";
import { findFunction, readName } from "../lookup.ts";
import { policyOf } from "../policies.ts";

/** Shows who may run a function. */
export const getPolicy = operation("GetPolicy", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const asked = readName(FunctionName, Qualifier, context);
    const { value } = await findFunction(asked.name, undefined, context);
    const { statements, revisionId } = policyOf(value, asked, context);
    if (statements.length === 0) {
      throw fault("ResourceNotFoundException", "The resource you requested does not exist.");
    }
    return { Policy: policyDocument(statements), RevisionId: revisionId };
  },
});
