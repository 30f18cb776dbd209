import { operation } from "../contract.ts";
import { describeUser } from "../domain/describe.ts";
import { groupOf, poolOf } from "../lookup.ts";
import { pageMax, positionOf, sealPosition } from "../paging.ts";

/** Lists the users in a group. */
export const listUsersInGroup = operation("ListUsersInGroup", {
  access: "iam",
  async run({ UserPoolId, GroupName, Limit, NextToken }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { value: group } = await groupOf(context, pool, GroupName);
    const { groups, users, pageTokens } = context;
    const list = `ListUsersInGroup/${pool.id}/${group.id}`;
    const after = positionOf(pageTokens, NextToken, list);
    const { userNames, next } = await groups.members(group, Limit || pageMax, after);
    const members = await users.byNames(pool.id, userNames);
    return {
      Users: members.map((user) => describeUser(user)),
      NextToken: sealPosition(pageTokens, next, list),
    };
  },
});
