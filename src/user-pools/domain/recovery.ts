import type { Fault } from "../../foundation/fault.ts";
import { isEmail, isPhoneNumber } from "./attribute-format.ts";
import type { CodeAddress, Contact } from "./code.ts";
import { invalidParameter, notAuthorized, userDisabled } from "./faults.ts";
import type { PoolRecord, PoolSettings, UserRecord } from "./records.ts";

const contactOf: Readonly<Record<string, Contact>> = {
  verified_email: "email",
  verified_phone_number: "phone_number",
};

/** The status in which a forgotten password can be replaced, or an administrator reset one. */
const recoverable: readonly string[] = ["CONFIRMED", "RESET_REQUIRED", "UNCONFIRMED"];
const resettable: readonly string[] = ["CONFIRMED", "RESET_REQUIRED"];

/** Where codes may go, first choice first; a pool that does not say prefers text messages. */
function recoveryContacts({ AccountRecoverySetting }: PoolSettings): readonly Contact[] {
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms;
  if (!mechanisms) return ["phone_number", "email"];
  return [...mechanisms]
    .sort((one, other) => (one.Priority ?? 0) - (other.Priority ?? 0))
    .flatMap(({ Name = "" }) => contactOf[Name] ?? []);
}

/**
 * The address that the user's code goes to: the first choice of the pool that they have verified.
 * Undefined when they have none.
 */
export function recoveryAddress(
  { settings }: PoolRecord,
  { attributes }: UserRecord,
): CodeAddress | undefined {
  for (const attribute of recoveryContacts(settings)) {
    const value = attributes[attribute];
    if (value !== undefined && attributes[`${attribute}_verified`] === "true") {
      return { attribute, value };
    }
  }
  return undefined;
}

/**
 * What an address that nobody has is an address of, as users of the pool are likely to have it: of
 * the kind of the name that was given, or that the pool verifies by itself.
 */
export function pretendedContact(
  { settings, usernameAttributes = [] }: PoolRecord,
  name: string,
): Contact {
  const contacts = recoveryContacts(settings);
  const usual = [...usernameAttributes, ...(settings.AutoVerifiedAttributes ?? []), "email"];
  const alike = contacts.find((contact) =>
    contact === "email" ? isEmail(name) : isPhoneNumber(name),
  );
  return alike ?? contacts.find((contact) => usual.includes(contact)) ?? "phone_number";
}

/** Why nobody gets a code by themselves in this pool; undefined when they may. */
export function closedRecovery({ id, settings }: PoolRecord): Fault | undefined {
  if (recoveryContacts(settings).length > 0) return undefined;
  return notAuthorized("Contact administrator to reset password.", {
    check: "account recovery",
    expected: `a pool whose AccountRecoverySetting lets users reset their passwords`,
    received: `pool ${id} with admin_only`,
    change: "Set a password with AdminSetUserPassword, or change the AccountRecoverySetting.",
  });
}

/** Why the user does not get over a forgotten password alone; undefined when they may. */
export function obstacleToRecovery(user: UserRecord): Fault | undefined {
  if (!user.enabled) return userDisabled();
  return recoverable.includes(user.status) ? undefined : wrongState(user, recoverable);
}

/** Why an administrator cannot reset the user's password; undefined when they can. */
export function obstacleToReset(user: UserRecord): Fault | undefined {
  return resettable.includes(user.status) ? undefined : wrongState(user, resettable);
}

function wrongState({ username, status }: UserRecord, allowed: readonly string[]): Fault {
  return notAuthorized("User password cannot be reset in the current state.", {
    check: "user status",
    expected: allowed.join(" or "),
    received: `${status} of user ${username}`,
    change:
      "A user who was invited has a temporary password: give a new one with AdminCreateUser and " +
      "MessageAction RESEND, or set a password with AdminSetUserPassword.",
  });
}

/** There is no address that the user has proven to be theirs. */
export function noVerifiedContact({ settings }: PoolRecord, user: UserRecord): Fault {
  const contacts = recoveryContacts(settings);
  const unverified = contacts.filter((contact) => user.attributes[contact] !== undefined);
  return invalidParameter(
    "Cannot reset password for the user as there is no registered/verified email or phone_number",
    {
      check: "account recovery",
      expected: `a user with a verified ${contacts.join(" or ")}`,
      received:
        unverified.length > 0
          ? `user ${user.username}, whose ${unverified.join(" and ")} nobody has verified`
          : `user ${user.username}, who has none`,
      change:
        `Set ${contacts[0]} and ${contacts[0]}_verified to true with AdminUpdateUserAttributes ` +
        "(users that an administrator creates are not verified by themselves), or set a " +
        "password with AdminSetUserPassword.",
    },
  );
}
