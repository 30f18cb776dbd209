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
import { hasSignInNames, isSub, normalise, signInNames } from "./domain/names.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import {
  type SearchAttribute,
  searchAttributes,
  searchValue,
  soughtValue,
  type UserFilter,
} from "./domain/user-filter.ts";
import { removeMember } from "./member-store.ts";
import { checkPool, checkRemoval } from "./pool-store.ts";
import {
  type Conflict,
  freeingSteps,
  freeNameStep,
  leftNames,
  nameSteps,
  type Step,
  userNameBehind,
} from "./sign-in-name-store.ts";

const users: Collection<UserRecord> = {
  name: "user-pools/users",
  key: ({ poolId, name }) => [poolId, name],
  indexes: Object.fromEntries(
    searchAttributes.map((attribute) => [
      attribute,
      (user: UserRecord) => indexKey(attribute, user),
    ]),
  ),
};

function indexKey(attribute: SearchAttribute, user: UserRecord): [string, string] | undefined {
  const value = searchValue(attribute, user);
  return value === undefined ? undefined : [user.poolId, value];
}

/** Counted in 16 parts, so that many creations at once do not wait for one row. */
const counts = "user-pools/user-counts";
const countParts = [..."0123456789abcdef"];

/** No username has a space. */
const nobody = " ";

/** A user who gives up a sign-in name to another one. */
export interface Yielding {
  readonly before: Stored<UserRecord>;
  readonly after: UserRecord;
}

/** Users, by the questions that are asked of them. */
export type UserStore = ReturnType<typeof createUserStore>;

export function createUserStore(records: Records) {
  return { ...reading(records), ...writing(records) };
}

function reading(records: Records) {
  const byKey = (poolId: string, name: string): Promise<Stored<UserRecord> | undefined> =>
    records.get(users, [poolId, name]);

  const bySub = async (poolId: string, sub: string): Promise<Stored<UserRecord> | undefined> => {
    if (!isSub(sub)) return undefined;
    const { items } = await records.list(users, { prefix: [poolId, sub], index: "sub", limit: 1 });
    return items[0];
  };

  return {
    /**
     * Finds a user by username, by alias or by `sub`. Where there are aliases it takes two rounds,
     * whoever is found, so that its time does not tell who exists.
     */
    async byName(pool: PoolRecord, text: string): Promise<Stored<UserRecord> | undefined> {
      const name = normalise(pool, text);
      if (!hasSignInNames(pool)) return (await byKey(pool.id, name)) ?? bySub(pool.id, text);
      const [user, userName = nobody] = await Promise.all([
        byKey(pool.id, name),
        userNameBehind(records, pool.id, name),
      ]);
      const named = await byKey(pool.id, userName);
      return user ?? named ?? bySub(pool.id, text);
    },

    bySub,

    /** Users by the second parts of their keys, in that order; those who are gone are left out. */
    async byNames(poolId: string, names: readonly string[]): Promise<UserRecord[]> {
      const found = await Promise.all(names.map((name) => byKey(poolId, name)));
      return found.flatMap((user) => user?.value ?? []);
    },

    /** Who signs in by the value that `attribute` has in `user`. */
    async holderOf(pool: PoolRecord, user: UserRecord, attribute: string) {
      const wanted = signInNames(pool, user).find((one) => one.attribute === attribute);
      return (
        wanted && byKey(pool.id, (await userNameBehind(records, pool.id, wanted.name)) ?? nobody)
      );
    },

    /** In the order of usernames, or of the attribute that is filtered by. */
    list(
      pool: PoolRecord,
      filter: UserFilter | undefined,
      limit: number,
      after?: string,
    ): Promise<Page<UserRecord>> {
      return records.list(users, {
        prefix: filter ? [pool.id, soughtValue(filter, pool)] : [pool.id],
        ...(filter ? { index: filter.attribute, partial: filter.byBeginning } : {}),
        limit,
        ...(after === undefined ? {} : { after }),
      });
    },

    /** How many users a pool has. */
    async count(poolId: string): Promise<number> {
      const totals = countParts.map((part) => records.total(counts, [poolId, part]));
      return (await Promise.all(totals)).reduce((sum, total) => sum + total, 0);
    },
  };
}

function writing(records: Records) {
  return {
    /** @returns why not, or undefined when the user is there now */
    create(pool: PoolRecord, user: UserRecord, yielding: readonly Yielding[] = []) {
      const freed = yielding.flatMap(({ before }) => signInNames(pool, before.value));
      const own = signInNames(pool, user);
      const others = own.filter(({ name }) => name !== user.name);
      return attempt(records, [
        { write: checkPool(pool.id), conflict: { kind: "pool-gone" } },
        { write: put(users, user, { condition: "absent" }), conflict: { kind: "username" } },
        ...(others.length === own.length ? [freeNameStep(pool.id, user.name)] : []),
        ...others.map(({ name, attribute }) => notUsername(pool.id, name, attribute)),
        ...yielding.map(({ before, after }) => replacing(before, after)),
        ...nameSteps(pool, undefined, user, freed),
        { write: add(counts, countKey(user), 1), conflict: { kind: "changed" } },
      ]);
    },

    /**
     * @param along what is written in the same batch, or nothing is
     * @param yielding who gives up names that the user takes
     * @returns why not, or undefined when the user is as `after` says
     */
    replace(
      pool: PoolRecord,
      before: Stored<UserRecord>,
      after: UserRecord,
      along: readonly Write[] = [],
      yielding: readonly Yielding[] = [],
    ) {
      const freed = yielding.flatMap((one) => signInNames(pool, one.before.value));
      const own = signInNames(pool, after).filter(({ name }) => name !== after.name);
      const had = signInNames(pool, before.value);
      const added = own.filter(({ name }) => !had.some((one) => one.name === name));
      return attempt(records, [
        ...along.map((write): Step => ({ write, conflict: { kind: "along" } })),
        replacing(before, after),
        ...added.map(({ name, attribute }) => notUsername(pool.id, name, attribute)),
        ...yielding.map((one) => replacing(one.before, one.after)),
        ...nameSteps(pool, before.value, after, freed),
      ]);
    },

    /** @returns why not, or undefined when the user is gone */
    remove(pool: PoolRecord, { value: user, version }: Stored<UserRecord>) {
      return attempt(records, [
        {
          write: remove(users, users.key(user), { version }),
          conflict: { kind: "changed" },
        },
        ...freeingSteps(pool, user),
        ...(user.groups ?? []).map(
          (group): Step => ({ write: removeMember(user, group), conflict: { kind: "changed" } }),
        ),
        { write: add(counts, countKey(user), -1), conflict: { kind: "changed" } },
      ]);
    },

    /** Removes some of what a pool that is gone has left behind; false when nothing is left. */
    async removeSome(poolId: string): Promise<boolean> {
      const { items } = await records.list(users, { prefix: [poolId], limit: 200 });
      const batch = [
        ...items.map(({ value }) => remove(users, users.key(value))),
        ...items.map(({ value }) => add(counts, countKey(value), -1)),
        ...(await leftNames(records, poolId, 200)),
      ];
      return batch.length > 0 && succeeds(records.commit([checkRemoval(poolId), ...batch]));
    },
  };
}

async function attempt(records: Records, steps: readonly Step[]): Promise<Conflict | undefined> {
  try {
    await records.commit(steps.map(({ write }) => write));
    return undefined;
  } catch (error) {
    if (error instanceof ConditionFailed) return steps[error.position]?.conflict;
    throw error;
  }
}

function replacing({ version }: Stored<UserRecord>, after: UserRecord): Step {
  return {
    write: put(users, after, { condition: { version } }),
    conflict: { kind: "changed" },
  };
}

/** An alias must not be somebody's username, or it would never be looked at. */
function notUsername(poolId: string, name: string, attribute: string): Step {
  return {
    write: check(users, [poolId, name], "absent"),
    conflict: { kind: "attribute", attribute },
  };
}

function countKey({ poolId, sub }: UserRecord): [string, string] {
  return [poolId, sub.slice(-1)];
}
