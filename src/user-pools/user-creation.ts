import { type Context, fault } from "./contract.ts";
import { poolNotFound } from "./domain/faults.ts";
import { isSub } from "./domain/names.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import { yieldingHolder } from "./moved-alias.ts";
import type { Conflict } from "./sign-in-name-store.ts";
import type { Yielding } from "./user-store.ts";

interface CreateOptions {
  /** What is said when the username is taken; AWS words it differently where users sign up. */
  readonly takenText: string;
  /** Takes verified addresses away from users who have them now. */
  readonly movesAliases?: boolean;
}

/**
 * Writes a new user, whose username and sign-in names nobody else may have.
 * @throws UsernameExistsException
 */
export async function createUser(
  context: Context,
  pool: PoolRecord,
  user: UserRecord,
  { takenText, movesAliases = false }: CreateOptions,
): Promise<void> {
  const { users } = context;
  // Users are looked up by `sub` too: a username must not pass for somebody else's.
  const isTaken = isSub(user.name) && (await users.bySub(pool.id, user.name)) !== undefined;
  if (isTaken) throw usernameExists(takenText);
  const yielding: Yielding[] = [];
  for (;;) {
    const conflict = await users.create(pool, user, yielding);
    if (!conflict) return;
    const holder = movesAliases ? await yieldingHolder(context, pool, user, conflict) : undefined;
    const isKnown = yielding.some(({ after }) => after.sub === holder?.after.sub);
    if (!holder || isKnown) {
      throw await refusal(context, pool, user, conflict, takenText);
    }
    yielding.push(holder);
  }
}

async function refusal(
  { users, call }: Context,
  pool: PoolRecord,
  user: UserRecord,
  conflict: Conflict,
  takenText: string,
): Promise<Error> {
  if (conflict.kind === "pool-gone") return poolNotFound(pool.id, call.tenant);
  if (conflict.kind !== "attribute") return usernameExists(takenText);
  const { attribute } = conflict;
  const holder = await users.holderOf(pool, user, attribute);
  const isUnconfirmed = pool.usernameAttributes && holder?.value.status === "UNCONFIRMED";
  return isUnconfirmed
    ? usernameExists("User already exists")
    : fault("UsernameExistsException", `An account with the given ${attribute} already exists.`);
}

function usernameExists(text: string) {
  return fault("UsernameExistsException", text, {
    reason: {
      check: "username",
      expected: "a username and addresses by which nobody in the pool signs in",
      received: "a username, an alias or a sub that is taken",
      change: "Choose another one. A user who is not confirmed yet can get a new code instead.",
    },
  });
}
