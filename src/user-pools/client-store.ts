import {
  type Collection,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
} from "../storage/records.ts";
import type { ClientRecord } from "./domain/records.ts";
import { checkPool, succeeds } from "./pool-store.ts";

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

    /** @returns false when the pool is gone */
    create: (client: ClientRecord): Promise<boolean> =>
      succeeds(
        records.commit([checkPool(client.poolId), put(clients, client, { condition: "absent" })]),
      ),

    /** @returns false when the client changed since `before` was read */
    replace: (before: Stored<ClientRecord>, after: ClientRecord): Promise<boolean> =>
      succeeds(records.commit([put(clients, after, { condition: { version: before.version } })])),

    remove: (id: string): Promise<void> => records.commit([remove(clients, [id])]),
  };
}
