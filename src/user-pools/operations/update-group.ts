import { operation } from "../contract.ts";
import { describeGroup } from "../domain/group.ts";
import type { GroupRecord } from "../domain/records.ts";
import { groupOf, poolOf } from "../lookup.ts";

/** Changes what is given of a group; what is left out stays. */
export const updateGroup = operation("UpdateGroup", {
  access: "iam",
  async run({ UserPoolId, GroupName, Description, RoleArn, Precedence }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    for (;;) {
      const before = await groupOf(context, pool, GroupName);
      const after: GroupRecord = {
        ...before.value,
        ...(Description === undefined ? {} : { description: Description }),
        ...(RoleArn === undefined ? {} : { roleArn: RoleArn }),
        ...(Precedence === undefined ? {} : { precedence: Precedence }),
        modifiedAt: context.clock.now(),
      };
      if (await context.groups.replace(before, after)) return { Group: describeGroup(after) };
    }
  },
});
