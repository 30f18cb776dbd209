import type { Context } from "./contract.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import type { Conflict } from "./sign-in-name-store.ts";
import type { Yielding } from "./user-store.ts";

/**
 * Who has to yield for `user` to be written: the present holder of the address, as they are
 * without it. Undefined when nobody can; only addresses can be moved, and only in alias pools.
 */
export async function yieldingHolder(
  { users, clock }: Context,
  pool: PoolRecord,
  user: UserRecord,
  conflict: Conflict,
): Promise<Yielding | undefined> {
  if (conflict.kind !== "attribute" || !pool.aliasAttributes) return undefined;
  const { attribute } = conflict;
  const before = await users.holderOf(pool, user, attribute);
  if (!before || attribute === "preferred_username") return undefined;
  const attributes = { ...before.value.attributes, [`${attribute}_verified`]: "false" };
  return { before, after: { ...before.value, attributes, modifiedAt: clock.now() } };
}
