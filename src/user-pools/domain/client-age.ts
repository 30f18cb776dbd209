import type { ClientRecord } from "./records.ts";

/**
 * True for a sign-in through an earlier client that had the same id: deleting a client ends its
 * tokens, and one that gets its id by a tag does not bring them back.
 * @param authTime epoch seconds
 */
export function isOfEarlierClient({ createdAt }: ClientRecord, authTime: number): boolean {
  return authTime < Math.floor(createdAt / 1000);
}
