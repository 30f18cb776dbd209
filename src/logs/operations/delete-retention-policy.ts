import { operation } from "../contract.ts";
import { noSuchGroup } from "../groups.ts";

/** Has a group show all events that it keeps. */
export const deleteRetentionPolicy = operation("DeleteRetentionPolicy", {
  access: "iam",
  async run({ logGroupName }, context) {
    const { logs, tenant } = context;
    const isThere = await logs.retain({ tenant, name: logGroupName }, undefined);
    if (!isThere) throw noSuchGroup(logGroupName, context);
    return {};
  },
});
