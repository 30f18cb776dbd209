import { operation } from "../contract.ts";
import { invalidParameter } from "../domain/faults.ts";
import { groupsPerUserMax, isMember } from "../domain/group.ts";
import { checkGroup } from "../group-store.ts";
import { groupOf, poolOf, userOf } from "../lookup.ts";
import { addMember } from "../member-store.ts";

/** Puts a user into a group; their next tokens say so. Does nothing when they are in it. */
export const adminAddUserToGroup = operation("AdminAddUserToGroup", {
  access: "iam",
  async run({ UserPoolId, Username, GroupName }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const group = await groupOf(context, pool, GroupName);
      const before = await userOf(context, pool, Username);
      if (isMember(before.value, group.value)) return {};
      const others = await context.groups.ofUser(before.value);
      if (others.length >= groupsPerUserMax) throw tooMany();
      const groups = [...others, group.value].map(({ name, id }) => ({ name, id }));
      const along = [checkGroup(group), addMember(before.value, group.value)];
      const after = { ...before.value, groups };
      if (!(await context.users.replace(pool, before, after, along))) return {};
    }
  },
});

function tooMany() {
  return invalidParameter(`A user can be in at most ${groupsPerUserMax} groups.`, {
    check: "groups of the user",
    expected: `at most ${groupsPerUserMax} groups`,
    received: "one more",
    change: "Remove the user from a group first (AdminRemoveUserFromGroup).",
  });
}
