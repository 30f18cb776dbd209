import { describeAlias } from "../aliases.ts";
import { operation } from "../contract.ts";
import { findFunction } from "../lookup.ts";
import { pageOf } from "../pages.ts";

/** Lists the aliases of a function, or those of one version, in the order of their names. */
export const listAliases = operation("ListAliases", {
  access: "iam",
  async run({ FunctionName, FunctionVersion, ...page }, context) {
    const { value: latest } = await findFunction(FunctionName, undefined, context);
    const all = Object.entries(latest.aliases)
      .filter(([, { version }]) => FunctionVersion === undefined || version === FunctionVersion)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, alias]) => [name, describeAlias(latest, name, alias)] as const);
    const { items, next } = pageOf(all, `aliases/${latest.name}`, page, context);
    return { Aliases: items, ...next };
  },
});
