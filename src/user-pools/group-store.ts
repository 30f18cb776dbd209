import {
  add,
  type Collection,
  ConditionFailed,
  check,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import type { GroupRecord, UserRecord } from "./domain/records.ts";
import { leftMembers, listMembers } from "./member-store.ts";
import { checkPool, checkRemoval } from "./pool-store.ts";

const groups: Collection<GroupRecord> = {
  name: "user-pools/groups",
  key: ({ poolId, name }) => [poolId, name],
};

/** A group that is gone, whose list of members is still to be removed. */
interface Removal {
  readonly poolId: string;
  readonly groupId: string;
}

const removals: Collection<Removal> = {
  name: "user-pools/group-removals",
  key: ({ poolId, groupId }) => [poolId, groupId],
};

const counts = "user-pools/group-counts";

/** How many records are removed at once. */
const pageSize = 200;

/** Groups and who is in them, by the questions that are asked of them. */
export type GroupStore = ReturnType<typeof createGroupStore>;

export function createGroupStore(records: Records) {
  return { ...reading(records), ...writing(records), ...clearing(records) };
}

function reading(records: Records) {
  const byName = (poolId: string, name: string): Promise<Stored<GroupRecord> | undefined> =>
    records.get(groups, [poolId, name]);

  return {
    byName,

    /** In the order of their names. */
    ofPool: (poolId: string, limit: number, after?: string): Promise<Page<GroupRecord>> =>
      records.list(groups, {
        prefix: [poolId],
        limit,
        ...(after === undefined ? {} : { after }),
      }),

    /** The groups that a user is in. Nothing is read for users who are in none. */
    async ofUser({ poolId, groups: memberships = [] }: UserRecord): Promise<GroupRecord[]> {
      const found = await Promise.all(memberships.map(({ name }) => byName(poolId, name)));
      return found.flatMap((group, at) =>
        group && group.value.id === memberships[at]?.id ? [group.value] : [],
      );
    },

    /** The second parts of the keys of members, in their order. */
    async members({ poolId, id }: GroupRecord, limit: number, after?: string) {
      const { items, next } = await listMembers(records, [poolId, id], limit, after);
      return { userNames: items.map(({ value }) => value.userName), next };
    },

    count: (poolId: string): Promise<number> => records.total(counts, [poolId]),
  };
}

function writing(records: Records) {
  return {
    /** @returns why not, or undefined when the group is there now */
    async create(group: GroupRecord): Promise<"pool-gone" | "exists" | undefined> {
      try {
        await records.commit([
          checkPool(group.poolId),
          put(groups, group, { condition: "absent" }),
          add(counts, [group.poolId], 1),
        ]);
        return undefined;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        return error.position === 0 ? "pool-gone" : "exists";
      }
    },

    /** @returns false when the group changed since `before` was read */
    replace: ({ version }: Stored<GroupRecord>, after: GroupRecord): Promise<boolean> =>
      succeeds(records.commit([put(groups, after, { condition: { version } })])),

    /**
     * Removes the group at once, and marks its list of members for removal.
     * @returns false when the group changed since it was read
     */
    remove({ value: group, version }: Stored<GroupRecord>): Promise<boolean> {
      const removal = { poolId: group.poolId, groupId: group.id };
      return succeeds(
        records.commit([
          remove(groups, groups.key(group), { version }),
          add(counts, [group.poolId], -1),
          put(removals, removal),
        ]),
      );
    },
  };
}

function clearing(records: Records) {
  return {
    /** Groups that are gone, and whose lists of members are not yet. */
    async removals(): Promise<readonly Removal[]> {
      const { items } = await records.list(removals, { prefix: [], limit: 1000 });
      return items.map(({ value }) => value);
    },

    removed: (removal: Removal): Promise<void> =>
      records.commit([remove(removals, removals.key(removal))]),

    /** Removes some of the list of members of a group that is gone; false when nothing is left. */
    async removeSomeMembers({ poolId, groupId }: Removal): Promise<boolean> {
      const batch = await leftMembers(records, [poolId, groupId], pageSize);
      if (batch.length > 0) await records.commit(batch);
      return batch.length > 0;
    },

    /** Removes some of what a pool that is gone has left behind; false when nothing is left. */
    async removeSome(poolId: string): Promise<boolean> {
      const prefix = [poolId];
      const left = await records.list(groups, { prefix, limit: pageSize });
      const marks = await records.list(removals, { prefix, limit: pageSize });
      const batch = [
        ...left.items.map(({ value }) => remove(groups, groups.key(value))),
        ...left.items.map(() => add(counts, prefix, -1)),
        ...marks.items.map(({ value }) => remove(removals, removals.key(value))),
        ...(await leftMembers(records, [poolId], pageSize)),
      ];
      return batch.length > 0 && succeeds(records.commit([checkRemoval(poolId), ...batch]));
    },
  };
}

/** Refuses a batch when the group is gone or another one now. */
export function checkGroup({ value, version }: Stored<GroupRecord>): Write {
  return check(groups, groups.key(value), { version });
}
