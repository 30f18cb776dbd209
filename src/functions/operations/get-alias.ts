import { aliasOf, describeAlias } from "../aliases.ts";
import { operation } from "../contract.ts";
import { findFunction } from "../lookup.ts";

/** Shows which version a name leads to. */
export const getAlias = operation("GetAlias", {
  access: "iam",
  async run({ FunctionName, Name }, context) {
    const { value: latest } = await findFunction(FunctionName, undefined, context);
    return describeAlias(latest, Name, aliasOf(latest, Name));
  },
});
