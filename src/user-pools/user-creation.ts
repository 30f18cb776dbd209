import { type Context, fault } from "./contract.ts";
import { poolNotFound } from "./domain/faults.ts";
import { isSub } from "./domain/names.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import type { Conflict } from "./sign-in-name-store.ts";
import type { Yielding } from "./user-store.ts";

/**
 * Writes a new user, whose username and sign-in names nobody else may have.
 * @param movesAliases takes verified addresses away from users who have them now
 * @throws UsernameExistsException
 */
export async function createUser(
  context: Context,
  pool: PoolRecord,
  user: UserRecord,
  movesAliases: boolean,
): Promise<void> {
  const { users } = context;
  // Users are looked up by `sub` too: a username must not pass for somebody else's.
  const isTaken = isSub(user.name) && (await users.bySub(pool.id, user.name)) !== undefined;
  if (isTaken) throw usernameExists();
  const yielding: Yielding[] = [];
  for (;;) {
    const conflict = await users.create(pool, user, yielding);
    if (!conflict) return;
    const holder = movesAliases ? await yieldingHolder(context, pool, user, conflict) : undefined;
    const isKnown = yielding.some(({ after }) => after.sub === holder?.after.sub);
    if (!holder || isKnown) throw await refusal(context, pool, user, conflict);
    yielding.push(holder);
  }
}

/** The present holder of the address, as they are without it; only addresses can be moved. */
async function yieldingHolder(
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

async function refusal(
  { users, call }: Context,
  pool: PoolRecord,
  user: UserRecord,
  conflict: Conflict,
): Promise<Error> {
  if (conflict.kind === "pool-gone") return poolNotFound(pool.id, call.tenant);
  if (conflict.kind !== "attribute") return usernameExists();
  const { attribute } = conflict;
  const holder = await users.holderOf(pool, user, attribute);
  const isUnconfirmed = pool.usernameAttributes && holder?.value.status === "UNCONFIRMED";
  return isUnconfirmed
    ? usernameExists()
    : fault("UsernameExistsException", `An account with the given ${attribute} already exists.`);
}

function usernameExists() {
  return fault("UsernameExistsException", "User account already exists");
}
