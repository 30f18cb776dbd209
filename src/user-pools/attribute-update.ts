import type { AttributeType } from "@aws-sdk/client-cognito-identity-provider";
import type { Context } from "./contract.ts";
import { type ChangedUser, changedUser } from "./domain/changed-attributes.ts";
import { aliasExists } from "./domain/faults.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import type { Stored } from "./pool-store.ts";

/**
 * Writes attributes of a user; an empty value takes one away.
 * @param read finds the user, once more after each time that somebody else wrote first
 * @throws AliasExistsException when somebody else signs in by a value
 */
export async function updateAttributes(
  { users, clock }: Context,
  pool: PoolRecord,
  read: () => Promise<Stored<UserRecord>>,
  given: readonly AttributeType[],
): Promise<ChangedUser> {
  for (;;) {
    const before = await read();
    const changed = changedUser(pool, before.value, given, clock.now());
    const conflict = await users.replace(pool, before, changed.user);
    if (!conflict) return changed;
    if (conflict.kind === "attribute") throw aliasExists(conflict.attribute);
  }
}

/** The update that takes attributes away. */
export function removalOf(names: readonly string[]): AttributeType[] {
  return [...new Set(names)].map((Name) => ({ Name, Value: "" }));
}
