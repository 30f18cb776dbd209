import type { PoolRecord, UserRecord } from "./records.ts";

/**
 * A username, address or alias as it is compared. Unicode has several spellings of one text
 * (NFC picks one); pools that are not case-sensitive compare in lower case.
 */
export function normalise(pool: PoolRecord, name: string): string {
  const composed = name.normalize("NFC");
  return isCaseSensitive(pool) ? composed : composed.toLowerCase().normalize("NFC");
}

export function isCaseSensitive(pool: PoolRecord): boolean {
  return pool.caseSensitive ?? true;
}

/**
 * The names besides the username that sign a user in, each of which one user has at most:
 * addresses in a username-attribute pool, verified addresses and the preferred username in an
 * alias pool.
 */
export function signInNames(
  pool: PoolRecord,
  user: Pick<UserRecord, "attributes">,
): readonly SignInName[] {
  const { attributes } = user;
  const kinds = pool.usernameAttributes ?? (pool.aliasAttributes ?? []).filter(isUsable);
  return kinds.flatMap((attribute) => {
    const value = attributes[attribute];
    // Nobody can sign in by what is longer than a username may be.
    if (value === undefined || value.length > usernameMax) return [];
    return [{ attribute, name: normalise(pool, value) }];
  });

  function isUsable(attribute: string): boolean {
    return attribute === "preferred_username" || attributes[`${attribute}_verified`] === "true";
  }
}

export interface SignInName {
  readonly attribute: string;
  /** Normalised. */
  readonly name: string;
}

const usernameMax = 128;

/** True when users of this pool can be known by other names than their usernames. */
export function hasSignInNames(pool: PoolRecord): boolean {
  return pool.usernameAttributes !== undefined || pool.aliasAttributes !== undefined;
}

/** A `sub` looks like a UUID of any version. */
export function isSub(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}
