import { isEmail, isPhoneNumber } from "./attribute-format.ts";
import { invalidParameter } from "./faults.ts";
import type { PoolRecord } from "./records.ts";

/** Under which username a new user is kept, and with which attributes. */
export interface NewIdentity {
  readonly username: string;
  readonly attributes: Record<string, string>;
}

/**
 * In a username-attribute pool the given name is an address, which becomes an attribute, and the
 * `sub` is the username. Elsewhere the name is the username, which must not look like an alias.
 * @throws InvalidParameterException when the name does not fit the pool
 */
export function newIdentity(
  pool: PoolRecord,
  given: string,
  attributes: Record<string, string>,
  sub: string,
): NewIdentity {
  if (!pool.usernameAttributes) {
    refuseAliasShape(pool, given);
    return { username: given, attributes };
  }
  const attribute = addressKind(pool.usernameAttributes, given);
  const value = attributes[attribute] ?? given;
  if (value !== given) {
    throw invalidParameter(
      `${attribute} differs from the username, which is an ${attribute} here.`,
    );
  }
  return { username: sub, attributes: { ...attributes, [attribute]: given } };
}

function addressKind(kinds: readonly string[], given: string): "email" | "phone_number" {
  if (kinds.includes("email") && isEmail(given)) return "email";
  if (kinds.includes("phone_number") && isPhoneNumber(given)) return "phone_number";
  if (kinds.length > 1) {
    throw invalidParameter("Username should be either an email or a phone number.");
  }
  const [kind] = kinds;
  throw invalidParameter(`Username should be ${kind === "email" ? "an email" : "a phone number"}.`);
}

function refuseAliasShape({ aliasAttributes = [] }: PoolRecord, given: string): void {
  if (aliasAttributes.includes("email") && isEmail(given)) {
    throw invalidParameter(
      "Username cannot be of email format, since user pool is configured for email alias.",
      aliasReason(given),
    );
  }
  if (aliasAttributes.includes("phone_number") && isPhoneNumber(given)) {
    throw invalidParameter(
      "Username cannot be of phone number format, " +
        "since user pool is configured for phone_number alias.",
      aliasReason(given),
    );
  }
}

function aliasReason(given: string) {
  return {
    check: "username",
    expected: "a name that does not look like an alias",
    received: given,
    change:
      "Give the user a name of another form and the address as an attribute; or use a pool with " +
      "UsernameAttributes instead of AliasAttributes. Both are fixed when a pool is created.",
  };
}
