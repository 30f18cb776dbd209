import { invalidParameter } from "./faults.ts";
import { isCaseSensitive } from "./names.ts";
import type { PoolRecord, UserRecord } from "./records.ts";

/** One condition on users: the only thing that ListUsers can filter by. */
export interface UserFilter {
  readonly attribute: SearchAttribute;
  readonly value: string;
  /** `^=`: the attribute begins with the value; else it equals it. */
  readonly byBeginning: boolean;
}

/** Everything that users can be searched by; each is an index of its own. */
export const searchAttributes = [
  "username",
  "sub",
  "email",
  "phone_number",
  "name",
  "given_name",
  "family_name",
  "preferred_username",
  "cognito:user_status",
  "status",
] as const;

export type SearchAttribute = (typeof searchAttributes)[number];

const grammar = /^\s*"?([\w:.-]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s;

/**
 * Reads `attribute = "value"` or `attribute ^= "value"`; quotes inside are escaped by backslash.
 * @throws InvalidParameterException in AWS's words
 */
export function parseUserFilter(text: string): UserFilter {
  const [, name = "", operator, quoted = ""] = grammar.exec(text) ?? [];
  if (operator === undefined) throw invalidParameter("Error while parsing filter");
  const attribute = searchAttributes.find((known) => known === name);
  if (!attribute) throw invalidParameter(`Invalid search attribute: ${name}`);
  return { attribute, value: quoted.replace(/\\(.)/gs, "$1"), byBeginning: operator === "^=" };
}

/** Filters are at most 256 characters long, so nothing after that can decide a comparison. */
const comparedMax = 256;

/** What a user is found by under a search attribute; undefined leaves the user out. */
export function searchValue(attribute: SearchAttribute, user: UserRecord): string | undefined {
  if (attribute === "username") return user.username;
  if (attribute === "sub") return user.sub;
  if (attribute === "status") return user.enabled ? "Enabled" : "Disabled";
  if (attribute === "cognito:user_status") return user.status;
  const value = user.attributes[attribute];
  return value === undefined ? undefined : comparable(attribute, value, user.foldsCase);
}

/** The value of a filter as `searchValue` writes those of users. */
export function soughtValue(filter: UserFilter, pool: PoolRecord): string {
  if (filter.attribute === "cognito:user_status") return filter.value.toUpperCase();
  return comparable(filter.attribute, filter.value, !isCaseSensitive(pool));
}

/** Addresses and preferred usernames are compared as at sign-in; names and ids as they stand. */
function comparable(attribute: SearchAttribute, value: string, foldsCase: boolean): string {
  const folds = foldsCase && (attribute === "email" || attribute === "preferred_username");
  return (folds ? value.toLowerCase() : value).slice(0, comparedMax);
}
