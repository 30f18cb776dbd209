import type { Log } from "../foundation/log.ts";
import type { ClientStore } from "./client-store.ts";
import type { GroupStore } from "./group-store.ts";
import type { PoolStore } from "./pool-store.ts";
import type { UserStore } from "./user-store.ts";

interface EmptyingDeps {
  readonly pools: PoolStore;
  readonly clients: ClientStore;
  readonly users: UserStore;
  readonly groups: GroupStore;
  readonly log: Log;
}

/**
 * Removes what deleted pools and groups left behind, page by page in the background. What a node
 * does not get done, because it ends, is done at the next start.
 */
export function createEmptying({ pools, clients, users, groups, log }: EmptyingDeps) {
  const underWay = new Map<string, Promise<void>>();
  let closing = false;

  async function emptyPool(poolId: string): Promise<void> {
    while (!closing) {
      const hadClients = await clients.removeSome(poolId);
      const hadUsers = await users.removeSome(poolId);
      const hadGroups = await groups.removeSome(poolId);
      if (hadClients || hadUsers || hadGroups) continue;
      await pools.removed(poolId);
      return;
    }
  }

  async function removeMembers(poolId: string, groupId: string): Promise<void> {
    while (!closing) {
      if (await groups.removeSomeMembers({ poolId, groupId })) continue;
      await groups.removed({ poolId, groupId });
      return;
    }
  }

  /** Does the work, unless it is under way; resolves when it is done, or could not be done now. */
  function once(poolId: string, thing: string, begin: () => Promise<void>): Promise<void> {
    const begun = underWay.get(thing);
    if (begun) return begun;
    const work = begin()
      .catch((err: unknown) =>
        log.error({ userPoolId: poolId, err }, `what a deleted ${thing} left is not removed yet`),
      )
      .finally(() => underWay.delete(thing));
    underWay.set(thing, work);
    return work;
  }

  const empty = (poolId: string) => once(poolId, `pool ${poolId}`, () => emptyPool(poolId));
  const emptyGroup = (poolId: string, groupId: string) =>
    once(poolId, `group ${groupId}`, () => removeMembers(poolId, groupId));

  return {
    /** Resolves when the pool is empty, or when it could not be emptied now. */
    empty,

    /** Resolves when the group's list of members is empty, or when it could not be emptied now. */
    emptyGroup,

    /** Goes on, in the background, where earlier runs of the server stopped. */
    async resume(): Promise<void> {
      for (const poolId of await pools.removals()) void empty(poolId);
      for (const { poolId, groupId } of await groups.removals()) void emptyGroup(poolId, groupId);
    },

    /** Stops after the page at hand. */
    async close(): Promise<void> {
      closing = true;
      await Promise.all(underWay.values());
    },
  };
}
