import { operation } from "../contract.ts";
import { readUnqualified } from "../lookup.ts";
import { pageOf } from "../pages.ts";
import { describeUrl, noFunction } from "../url-configs.ts";

/** Lists the URL of a function and those of its aliases, in the order of their names. */
export const listFunctionUrlConfigs = operation("ListFunctionUrlConfigs", {
  access: "iam",
  async run({ FunctionName, ...page }, context) {
    const name = readUnqualified(FunctionName, context);
    const latest = (await context.functions.get(context.tenant, name))?.value;
    if (!latest) throw noFunction({ name }, context);
    const all = Object.entries(latest.urls ?? {})
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, settings]) => {
        const qualifier = key === "$LATEST" ? undefined : key;
        return [key, describeUrl(latest, qualifier, settings)] as const;
      });
    const { items, next } = pageOf(all, `urls/${name}`, page, context);
    return { FunctionUrlConfigs: items, ...next };
  },
});
