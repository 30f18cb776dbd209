import { operation } from "../contract.ts";
import { groupOf, poolOf } from "../lookup.ts";

/** Deletes a group. Its members lose it at once; the list of them is removed in the background. */
export const deleteGroup = operation("DeleteGroup", {
  access: "iam",
  async run({ UserPoolId, GroupName }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const group = await groupOf(context, pool, GroupName);
      if (!(await context.groups.remove(group))) continue;
      context.emptyGroup(pool.id, group.value.id);
      return {};
    }
  },
});
