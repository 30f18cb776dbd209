import type { Random } from "./random.ts";

const lowerDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `us-east-1_AbC123xyz`: the region, and nine characters that are the pool's own. */
export function newUserPoolId(region: string, random: Random): string {
  return `${region}_${random.text(alphanumeric, 9)}`;
}

/** An app client's id: 26 lower-case letters and digits. */
export function newClientId(random: Random): string {
  return random.text(lowerDigits, 26);
}

/** An app client's secret: 52 lower-case letters and digits (268 bits). */
export function newClientSecret(random: Random): string {
  return random.text(lowerDigits, 52);
}

/** A user's `sub`: like a UUID, its third group starting with 70 as in pools made today. */
export function newSub(random: Random): string {
  const uuid = random.uuid();
  return `${uuid.slice(0, 14)}70${uuid.slice(16)}`;
}

/** An id as API Gateway makes them: lower-case letters and digits. APIs have 10, parts 6 or 7. */
export function newShortId(length: number, random: Random): string {
  return random.text(lowerDigits, length);
}
