import type { Tenant } from "../foundation/arn.ts";
import {
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
import type { KeysRecord, PoolRecord } from "./domain/records.ts";

export type { Stored } from "../storage/records.ts";

const pools: Collection<PoolRecord> = {
  name: "user-pools/pools",
  key: ({ id }) => [id],
  indexes: { tenant: ({ account, region }) => [account, region] },
};

const keys: Collection<KeysRecord> = {
  name: "user-pools/keys",
  key: ({ poolId }) => [poolId],
};

/** A pool that is gone, whose users and clients are still to be removed. */
interface Removal {
  readonly poolId: string;
}

const removals: Collection<Removal> = {
  name: "user-pools/removals",
  key: ({ poolId }) => [poolId],
};

/** User pools and their keys, by the questions that are asked of them. */
export type PoolStore = ReturnType<typeof createPoolStore>;

export function createPoolStore(records: Records) {
  return {
    byId: (id: string): Promise<Stored<PoolRecord> | undefined> => records.get(pools, [id]),

    /** In the order of their ids. */
    ofTenant: ({ account, region }: Tenant, limit: number, after?: string) =>
      records.list(pools, { prefix: [account, region], index: "tenant", limit, ...from(after) }),

    /** @returns why not, or undefined when the pool is there now */
    async create(
      pool: PoolRecord,
      poolKeys: KeysRecord,
    ): Promise<"taken" | "not-emptied" | undefined> {
      const batch = [
        check(removals, [pool.id], "absent"),
        put(pools, pool, { condition: "absent" }),
        put(keys, poolKeys, { condition: "absent" }),
      ];
      try {
        await records.commit(batch);
        return undefined;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        return error.position === 0 ? "not-emptied" : "taken";
      }
    },

    /** @returns false when the pool changed since `before` was read */
    replace: (before: Stored<PoolRecord>, after: PoolRecord): Promise<boolean> =>
      succeeds(records.commit([put(pools, after, { condition: { version: before.version } })])),

    /**
     * Removes the pool at once, and marks what is in it for removal.
     * @returns false when the pool changed since it was read
     */
    remove: ({ value: { id }, version }: Stored<PoolRecord>): Promise<boolean> =>
      succeeds(
        records.commit([
          remove(pools, [id], { version }),
          remove(keys, [id]),
          put(removals, { poolId: id }),
        ]),
      ),

    keysOf: (poolId: string): Promise<Stored<KeysRecord> | undefined> =>
      records.get(keys, [poolId]),

    /** @returns false when the keys changed since `before` was read */
    replaceKeys: (before: Stored<KeysRecord>, after: KeysRecord): Promise<boolean> =>
      succeeds(records.commit([put(keys, after, { condition: { version: before.version } })])),

    /** Pools that are gone and not yet emptied. */
    removals: async (): Promise<string[]> => {
      const page: Page<Removal> = await records.list(removals, { prefix: [], limit: 1000 });
      return page.items.map(({ value }) => value.poolId);
    },

    removed: (poolId: string): Promise<void> => records.commit([remove(removals, [poolId])]),
  };
}

/** Refuses a batch when the pool is gone, so that nothing is ever written into it again. */
export function checkPool(poolId: string): Write {
  return check(pools, [poolId], "exists");
}

/**
 * Refuses a batch that removes what a deleted pool left, once that is done: by then another pool
 * may have the same id.
 */
export function checkRemoval(poolId: string): Write {
  return check(removals, [poolId], "exists");
}

function from(after: string | undefined): { after?: string } {
  return after === undefined ? {} : { after };
}
