import { isCaseSensitive, normalise } from "./names.ts";
import type { PoolRecord, UserRecord } from "./records.ts";

/** What differs from one new user to the other. */
type Given = Pick<UserRecord, "username" | "sub" | "status" | "attributes" | "password">;

/** A user as they are written for the first time. */
export function newUserOf(pool: PoolRecord, given: Given, now: number): UserRecord {
  return {
    ...given,
    poolId: pool.id,
    name: normalise(pool, given.username),
    foldsCase: !isCaseSensitive(pool),
    enabled: true,
    createdAt: now,
    modifiedAt: now,
  };
}
