import type { Fault } from "../../foundation/fault.ts";
import { isEmail, isPhoneNumber } from "./attribute-format.ts";
import type { CodeAddress, Contact } from "./code.ts";
import { invalidParameter, notAuthorized, userDisabled } from "./faults.ts";
import type { PoolRecord, UserRecord } from "./records.ts";

/** @throws NotAuthorizedException in a pool whose users are created by administrators only */
export function refuseClosedPool({ id, settings }: PoolRecord): void {
  if (!settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly) return;
  throw notAuthorized("SignUp is not permitted for this user pool", {
    check: "sign-up",
    expected: "a pool whose users may sign up by themselves",
    received: `pool ${id}, which has AllowAdminCreateUserOnly`,
    change:
      "Create the user with AdminCreateUser; or set AdminCreateUserConfig." +
      "AllowAdminCreateUserOnly to false (UpdateUserPool replaces all settings: send the others " +
      "too).",
  });
}

/**
 * Refuses what only a confirmed user may have: an alias that needs no proof could be taken by
 * anybody.
 * @throws InvalidParameterException
 */
export function refuseEarlyAlias(
  { aliasAttributes = [] }: PoolRecord,
  attributes: Readonly<Record<string, string>>,
): void {
  if (attributes.preferred_username === undefined) return;
  if (!aliasAttributes.includes("preferred_username")) return;
  throw invalidParameter("preferred_username cannot be set before the user is confirmed.", {
    check: "attributes",
    expected: "no preferred_username: it is an alias in this pool",
    received: "a sign-up with one",
    change: "Set it with UpdateUserAttributes once the user is confirmed.",
  });
}

/** @throws InvalidParameterException naming the attributes that the pool requires and that lack */
export function refuseIncomplete(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const list = missing.map((name) => {
    if (name !== "name") return `${name}: The attribute is required\n`;
    return "name.formatted: The attribute name.formatted is required\n";
  });
  throw invalidParameter(`Attributes did not conform to the schema: ${list.join("")}`, {
    check: "attributes",
    expected: missing.join(", "),
    received: "a sign-up without them",
    change: "Send a value for each of them: the pool's schema requires it.",
  });
}

/** Where a sign-up's code goes; undefined when the pool asks for none, or none can be sent. */
export function signUpAddress(pool: PoolRecord, user: UserRecord): CodeAddress | undefined {
  for (const attribute of verifiedContacts(pool)) {
    const value = user.attributes[attribute];
    if (value !== undefined) return { attribute, value };
  }
  return undefined;
}

/** Where a code would go that is sent to somebody of this name. */
export function likelyContact(pool: PoolRecord, name: string): Contact | undefined {
  const contacts = verifiedContacts(pool);
  const isNamed = (contact: Contact) => (contact === "email" ? isEmail(name) : isPhoneNumber(name));
  return contacts.find(isNamed) ?? contacts[0];
}

/** The attributes that a sign-up verifies; where both can be, the number is. */
function verifiedContacts({ settings }: PoolRecord): Contact[] {
  const verified = settings.AutoVerifiedAttributes ?? [];
  const contacts = ["phone_number", "email"] as const;
  return contacts.filter((contact) => verified.includes(contact));
}

/** Why a user cannot be confirmed; undefined when they can. */
export function obstacleToConfirmation({ enabled, status }: UserRecord): Fault | undefined {
  if (!enabled) return userDisabled();
  if (status === "UNCONFIRMED") return undefined;
  return notAuthorized(`User cannot be confirmed. Current status is ${status}`, {
    check: "user status",
    expected: "UNCONFIRMED",
    received: status,
    change: "Nothing is left to confirm: sign in.",
  });
}

/** Why a user gets no other code for their sign-up; undefined when they do. */
export function obstacleToResending({ enabled, status }: UserRecord): Fault | undefined {
  if (!enabled) return userDisabled();
  if (status === "UNCONFIRMED") return undefined;
  return invalidParameter("User is already confirmed.", {
    check: "user status",
    expected: "UNCONFIRMED",
    received: status,
    change: "Nothing is left to confirm: sign in.",
  });
}

/** Nobody in this pool is sent a code at sign-up. */
export function notVerifying({ id }: PoolRecord): Fault {
  return invalidParameter("Auto verification not turned on.", {
    check: "AutoVerifiedAttributes",
    expected: "a pool that verifies email or phone_number at sign-up",
    received: `pool ${id}, which verifies neither`,
    change: "Add AutoVerifiedAttributes to the pool, or confirm the user with AdminConfirmSignUp.",
  });
}

/** There is nothing that a code could be sent to. */
export function noContact(pool: PoolRecord, username: string): Fault {
  const contacts = verifiedContacts(pool).join(" or ");
  return invalidParameter("Cannot resend codes. Auto verification not turned on.", {
    check: "address",
    expected: `a user with ${contacts}, which the pool verifies at sign-up`,
    received: `user ${username}, who has none`,
    change: `Give the user one, or confirm them with AdminConfirmSignUp.`,
  });
}
