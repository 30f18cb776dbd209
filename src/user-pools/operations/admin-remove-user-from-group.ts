import { operation } from "../contract.ts";
import { isMember } from "../domain/group.ts";
import { groupOf, poolOf, userOf } from "../lookup.ts";
import { removeMember } from "../member-store.ts";

/** Takes a user out of a group; does nothing when they are not in it. */
export const adminRemoveUserFromGroup = operation("AdminRemoveUserFromGroup", {
  access: "iam",
  async run({ UserPoolId, Username, GroupName }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const { value: group } = await groupOf(context, pool, GroupName);
      const before = await userOf(context, pool, Username);
      if (!isMember(before.value, group)) return {};
      const groups = (before.value.groups ?? []).filter(({ id }) => id !== group.id);
      const along = [removeMember(before.value, group)];
      const after = { ...before.value, groups };
      if (!(await context.users.replace(pool, before, after, along))) return {};
    }
  },
});
