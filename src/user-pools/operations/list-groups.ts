import { operation } from "../contract.ts";
import { describeGroup } from "../domain/group.ts";
import { poolOf } from "../lookup.ts";
import { pageMax, positionOf, sealPosition } from "../paging.ts";

/** Lists the groups of a pool. */
export const listGroups = operation("ListGroups", {
  access: "iam",
  async run({ UserPoolId, Limit, NextToken }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { groups, pageTokens } = context;
    const list = `ListGroups/${pool.id}`;
    const after = positionOf(pageTokens, NextToken, list);
    const page = await groups.ofPool(pool.id, Limit || pageMax, after);
    return {
      Groups: page.items.map(({ value }) => describeGroup(value)),
      NextToken: sealPosition(pageTokens, page.next, list),
    };
  },
});
