import {
  type Collection,
  ConditionFailed,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
} from "../storage/records.ts";
import type { ClientRecord } from "./domain/records.ts";
import { checkPool, checkRemoval } from "./pool-store.ts";

const clients: Collection<ClientRecord> = {
  name: "user-pools/clients",
  key: ({ id }) => [id],
  indexes: { pool: ({ poolId }) => [poolId] },
};

/** App clients, by the questions that are asked of them. */
export type ClientStore = ReturnType<typeof createClientStore>;

export function createClientStore(records: Records) {
  return {
    byId: (id: string): Promise<Stored<ClientRecord> | undefined> => records.get(clients, [id]),

    /** In the order of their ids. */
    ofPool: (poolId: string, limit: number, after?: string): Promise<Page<ClientRecord>> =>
      records.list(clients, {
        prefix: [poolId],
        index: "pool",
        limit,
        ...(after === undefined ? {} : { after }),
      }),

    /** @returns why not, or undefined when the client is there now */
    async create(client: ClientRecord): Promise<"pool-gone" | "taken" | undefined> {
      const batch = [checkPool(client.poolId), put(clients, client, { condition: "absent" })];
      try {
        await records.commit(batch);
        return undefined;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        return error.position === 0 ? "pool-gone" : "taken";
      }
    },

    /** @returns false when the client changed since `before` was read */
    replace: (before: Stored<ClientRecord>, after: ClientRecord): Promise<boolean> =>
      succeeds(records.commit([put(clients, after, { condition: { version: before.version } })])),

    remove: (id: string): Promise<void> => records.commit([remove(clients, [id])]),

    /** Removes some of what a pool that is gone has left behind; false when nothing is left. */
    async removeSome(poolId: string): Promise<boolean> {
      const { items } = await records.list(clients, {
        prefix: [poolId],
        index: "pool",
        limit: 200,
      });
      const batch = items.map(({ value }) => remove(clients, [value.id]));
      return batch.length > 0 && succeeds(records.commit([checkRemoval(poolId), ...batch]));
    },
  };
}
