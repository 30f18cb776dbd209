import {
  type Collection,
  check,
  type Key,
  put,
  type Records,
  remove,
  type Write,
} from "../storage/records.ts";
import { type SignInName, signInNames } from "./domain/names.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";

/** A name besides the username that signs a user in. That there is one only makes it unique. */
interface NameRecord {
  readonly poolId: string;
  /** Normalised. */
  readonly name: string;
  /** The second part of the key of the user whose it is. */
  readonly userName: string;
}

const names: Collection<NameRecord> = {
  name: "user-pools/sign-in-names",
  key: ({ poolId, name }) => [poolId, name],
};

/** Why a user was not written. */
export type Conflict =
  | { readonly kind: "username" }
  /** Somebody else signs in by the value of this attribute. */
  | { readonly kind: "attribute"; readonly attribute: string }
  | { readonly kind: "pool-gone" }
  /** The user was changed or removed meanwhile. */
  | { readonly kind: "changed" }
  /** What should have been written along with it could not be. */
  | { readonly kind: "along" };

/** A write, and what it means when its condition does not hold. */
export interface Step {
  readonly write: Write;
  readonly conflict: Conflict;
}

/** Names that `after` has and `before` had not are taken; those that it gave up are freed. */
export function nameSteps(
  pool: PoolRecord,
  before: UserRecord | undefined,
  after: UserRecord,
  yielded: readonly SignInName[] = [],
): Step[] {
  const had = before ? signInNames(pool, before) : [];
  const has = signInNames(pool, after);
  const isIn = (list: readonly SignInName[], name: string) => list.some((one) => one.name === name);
  const freed = had.filter(({ name }) => !isIn(has, name));
  const taken = has.filter(({ name }, at) => !isIn(had, name) && !isIn(has.slice(0, at), name));
  return [
    ...freed.map(({ name }) => freeing(pool.id, name)),
    ...taken.map(({ attribute, name }) => {
      const value = { poolId: pool.id, name, userName: after.name };
      const isYielded = isIn(yielded, name);
      const write = put(names, value, isYielded ? {} : { condition: "absent" });
      return { write, conflict: { kind: "attribute", attribute } as const };
    }),
  ];
}

/** Frees all sign-in names of a user who is removed. */
export function freeingSteps(pool: PoolRecord, user: UserRecord): Step[] {
  return signInNames(pool, user).map(({ name }) => freeing(pool.id, name));
}

/** A new username must not be a name by which somebody else signs in. */
export function freeNameStep(poolId: string, name: string): Step {
  return { write: check(names, [poolId, name], "absent"), conflict: { kind: "username" } };
}

/** The second part of the key of the user who signs in by this name. */
export async function userNameBehind(records: Records, poolId: string, name: string) {
  return (await records.get(names, [poolId, name]))?.value.userName;
}

/** Keys of some names that a pool has left behind. */
export async function leftNames(records: Records, poolId: string, limit: number): Promise<Write[]> {
  const { items } = await records.list(names, { prefix: [poolId], limit });
  return items.map(({ value }) => remove(names, names.key(value)));
}

function freeing(poolId: string, name: string): Step {
  const key: Key = [poolId, name];
  return { write: remove(names, key), conflict: { kind: "changed" } };
}
