import type { UserRecord } from "./records.ts";

/**
 * The user with every token of theirs revoked that has been given out so far. Those of sign-ins
 * of the very same second count: `completeSignIn` dates a later one to the new moment.
 * @param now epoch seconds
 */
export function signedOutEverywhere(user: UserRecord, now: number): UserRecord {
  return { ...user, tokensValidFrom: Math.max(now, user.tokensValidFrom ?? 0) + 1 };
}
