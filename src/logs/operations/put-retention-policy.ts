import { invalid, operation } from "../contract.ts";
import { retentionDays } from "../domain/retention.ts";
import { noSuchGroup } from "../groups.ts";

/** Says for how many days events are shown. */
export const putRetentionPolicy = operation("PutRetentionPolicy", {
  access: "iam",
  async run({ logGroupName, retentionInDays }, context) {
    const { logs, tenant } = context;
    if (!retentionDays.includes(retentionInDays)) {
      throw invalid("Invalid retention value.", {
        reason: {
          check: "retentionInDays",
          expected: `one of ${retentionDays.join(", ")}`,
          received: String(retentionInDays),
          change: "choose one of these",
        },
      });
    }
    const group = { tenant, name: logGroupName };
    const isThere = await logs.change(group, (settings) => ({ ...settings, retentionInDays }));
    if (!isThere) throw noSuchGroup(logGroupName, context);
    return {};
  },
});
