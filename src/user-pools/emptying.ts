import type { Log } from "../foundation/log.ts";
import type { ClientStore } from "./client-store.ts";
import type { PoolStore } from "./pool-store.ts";
import type { UserStore } from "./user-store.ts";

interface EmptyingDeps {
  readonly pools: PoolStore;
  readonly clients: ClientStore;
  readonly users: UserStore;
  readonly log: Log;
}

/**
 * Removes what deleted pools left behind, page by page in the background. What a node does not get
 * done, because it ends, is done at the next start.
 */
export function createEmptying({ pools, clients, users, log }: EmptyingDeps) {
  const underWay = new Map<string, Promise<void>>();
  let closing = false;

  async function emptyPool(poolId: string): Promise<void> {
    while (!closing) {
      const hadClients = await clients.removeSome(poolId);
      const hadUsers = await users.removeSome(poolId);
      if (hadClients || hadUsers) continue;
      await pools.removed(poolId);
      return;
    }
  }

  /** Resolves when the pool is empty, or when it could not be emptied now. */
  function empty(poolId: string): Promise<void> {
    const begun = underWay.get(poolId);
    if (begun) return begun;
    const work = emptyPool(poolId)
      .catch((err: unknown) =>
        log.error({ userPoolId: poolId, err }, "what a deleted pool left is not removed yet"),
      )
      .finally(() => underWay.delete(poolId));
    underWay.set(poolId, work);
    return work;
  }

  return {
    empty,

    /** Goes on, in the background, where earlier runs of the server stopped. */
    async resume(): Promise<void> {
      for (const poolId of await pools.removals()) void empty(poolId);
    },

    /** Stops after the page at hand. */
    async close(): Promise<void> {
      closing = true;
      await Promise.all(underWay.values());
    },
  };
}
