import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { nextMarker, readPage } from "../pages.ts";

/** Lists functions in the order of their names. */
export const listFunctions = operation("ListFunctions", {
  access: "iam",
  async run(page, context) {
    const { limit, after } = readPage(page, "functions", context);
    const { items, next } = await context.functions.list(context.tenant, limit, after);
    const Functions = items.map(({ value }) => describeFunction(value));
    return { Functions, ...nextMarker(next, "functions", context) };
  },
});
