import { createHmac } from "node:crypto";
import { isEmail, isPhoneNumber } from "./domain/attribute-format.ts";
import type { CodeAddress, Contact } from "./domain/code.ts";
import { normalise } from "./domain/names.ts";
import type { PoolRecord } from "./domain/records.ts";

/**
 * An address that could be the user's: the name itself where it is one, else one that is made of
 * name and secret, so that each name has its own, always the same, which nobody can foretell.
 */
export function pretendedAddress(
  pool: PoolRecord,
  name: string,
  attribute: Contact,
  secret: Uint8Array,
): CodeAddress {
  if (attribute === "email" && isEmail(name)) return { attribute, value: name };
  if (attribute === "phone_number" && isPhoneNumber(name)) return { attribute, value: name };
  const digest = createHmac("sha256", secret)
    .update(`${pool.id}/${normalise(pool, name)}`)
    .digest();
  if (attribute === "phone_number") {
    const digits = String(digest.readUInt32BE() % 10_000).padStart(4, "0");
    return { attribute, value: `+${digits}` };
  }
  const letter = (at: number) => String.fromCharCode(97 + (digest.readUInt32BE(at) % 26));
  return { attribute, value: `${letter(0)}@${letter(4)}` };
}
