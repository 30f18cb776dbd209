import { operation } from "../contract.ts";
import { noSuchGroup } from "../groups.ts";

/** Has a group show all events that it keeps. */
export const deleteRetentionPolicy = operation("DeleteRetentionPolicy", {
  access: "iam",
  async run({ logGroupName }, context) {
    const { logs, tenant } = context;
    const group = { tenant, name: logGroupName };
    const isThere = await logs.change(group, ({ retentionInDays: _, ...settings }) => settings);
    if (!isThere) throw noSuchGroup(logGroupName, context);
    return {};
  },
});
