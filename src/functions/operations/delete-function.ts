import { conflict } from "../changes.ts";
import { fault, operation } from "../contract.ts";
import { findFunction, notFound, readName } from "../lookup.ts";

/** Removes a function and its code. Its log stays, as on AWS. */
export const deleteFunction = operation("DeleteFunction", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const asked = readName(FunctionName, Qualifier, context);
    if (asked.qualifier === "$LATEST") {
      throw fault(
        "InvalidParameterValueException",
        "$LATEST version cannot be deleted without deleting the function.",
      );
    }
    if (asked.qualifier !== undefined) throw notFound(asked, context);
    const found = await findFunction(FunctionName, undefined, context);
    if (!(await context.functions.remove(found))) throw conflict(found.value);
    context.changed(found.value);
    return { StatusCode: 204 };
  },
});
