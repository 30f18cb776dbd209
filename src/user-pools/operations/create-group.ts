import { fault, operation } from "../contract.ts";
import { poolNotFound } from "../domain/faults.ts";
import { describeGroup, groupsPerPoolMax } from "../domain/group.ts";
import type { GroupRecord } from "../domain/records.ts";
import { poolOf } from "../lookup.ts";

/** Creates a group, empty. */
export const createGroup = operation("CreateGroup", {
  access: "iam",
  async run({ UserPoolId, GroupName, Description, RoleArn, Precedence }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { groups, random, clock } = context;
    if ((await groups.count(pool.id)) >= groupsPerPoolMax) throw tooMany(pool.id);
    const now = clock.now();
    const group: GroupRecord = {
      poolId: pool.id,
      name: GroupName,
      id: random.uuid(),
      ...(Description === undefined ? {} : { description: Description }),
      ...(RoleArn === undefined ? {} : { roleArn: RoleArn }),
      ...(Precedence === undefined ? {} : { precedence: Precedence }),
      createdAt: now,
      modifiedAt: now,
    };
    const problem = await groups.create(group);
    if (problem === "pool-gone") throw poolNotFound(pool.id, context.call.tenant);
    if (problem) throw fault("GroupExistsException", "A group with the name already exists.");
    return { Group: describeGroup(group) };
  },
});

function tooMany(poolId: string) {
  return fault("LimitExceededException", "The maximum number of groups has been reached.", {
    reason: {
      check: "groups of the pool",
      expected: `at most ${groupsPerPoolMax} groups in pool ${poolId}`,
      received: "one more",
      change: "Delete groups that nobody needs.",
    },
  });
}
