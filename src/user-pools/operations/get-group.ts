import { operation } from "../contract.ts";
import { describeGroup } from "../domain/group.ts";
import { groupOf, poolOf } from "../lookup.ts";

/** Returns a group. */
export const getGroup = operation("GetGroup", {
  access: "iam",
  async run({ UserPoolId, GroupName }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { value: group } = await groupOf(context, pool, GroupName);
    return { Group: describeGroup(group) };
  },
});
