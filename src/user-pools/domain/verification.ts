import type { CodeAddress, Contact } from "./code.ts";
import { invalidParameter } from "./faults.ts";
import type { UserRecord } from "./records.ts";

/** Attributes whose users can prove that they receive what is sent there. */
export const contacts: readonly Contact[] = ["email", "phone_number"];

/**
 * The attribute that a code is to verify.
 * @throws InvalidParameterException for all but contacts
 */
export function contactToVerify(name: string): Contact {
  const contact = contacts.find((known) => known === name);
  if (contact) return contact;
  throw invalidParameter(`Attribute ${name} cannot be verified.`, {
    check: "attribute",
    expected: contacts.join(" or "),
    received: name,
    change: "Name one of the two: codes can be sent to nothing else.",
  });
}

/** The address that a user is to prove: a new one that waits, or else the one that there is. */
export function addressToProve(user: UserRecord, contact: Contact): CodeAddress | undefined {
  const value = user.pendingAttributes?.[contact] ?? user.attributes[contact];
  return value === undefined ? undefined : { attribute: contact, value };
}

/** The user once they have proven to receive what is sent to the address. */
export function provenUser(
  user: UserRecord,
  { attribute, value }: CodeAddress,
  now: number,
): UserRecord {
  const { [attribute]: _, ...pending } = user.pendingAttributes ?? {};
  const proven = { ...user.attributes, [attribute]: value, [`${attribute}_verified`]: "true" };
  return withAttributes(user, proven, pending, now);
}

/** The user with other attributes, and with addresses that wait for a proof. */
export function withAttributes(
  { pendingAttributes: _, ...user }: UserRecord,
  attributes: Readonly<Record<string, string>>,
  pending: Readonly<Record<string, string>>,
  modifiedAt: number,
): UserRecord {
  const waits = Object.keys(pending).length > 0;
  return { ...user, attributes, modifiedAt, ...(waits ? { pendingAttributes: pending } : {}) };
}
