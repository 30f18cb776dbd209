import { operation } from "../contract.ts";
import { pageOf } from "../pages.ts";

/** Lists what stacks offer to others, by name. */
export const listExports = operation("ListExports", {
  access: "iam",
  async run({ NextToken }, context) {
    const { items, ...more } = await pageOf(context, NextToken, "exports", (limit, after) =>
      context.exports.list(context.tenant, limit, after),
    );
    return {
      Exports: items.map(({ name, value, stackId }) => ({
        ExportingStackId: stackId,
        Name: name,
        Value: value,
      })),
      ...more,
    };
  },
});
