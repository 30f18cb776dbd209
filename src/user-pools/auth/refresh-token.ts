import { epochSeconds } from "../../foundation/clock.ts";
import type { Reason } from "../../foundation/reason.ts";
import { openToken } from "../../tokens/sealed-token.ts";
import type { Parts } from "../contract.ts";
import { isOfEarlierClient } from "../domain/client-age.ts";
import { notAuthorized, userDisabled, userNotFound } from "../domain/faults.ts";
import type { PoolRecord, UserRecord } from "../domain/records.ts";
import type { RefreshClaims } from "./issue.ts";
import type { Target } from "./target.ts";

/** What is in a refresh token; undefined for a text that the pool never gave out. */
export async function readRefreshToken(
  parts: Parts,
  pool: PoolRecord,
  token: string,
): Promise<RefreshClaims | undefined> {
  const { tokenSecrets } = await parts.keys.of(pool.id);
  return (
    openToken<RefreshClaims>(token, "refresh", tokenSecrets) ??
    openToken<RefreshClaims>(token, "refresh", (await parts.keys.newestOf(pool.id)).tokenSecrets)
  );
}

/**
 * Reads a refresh token that this client may use, and whose time has not passed.
 * @param invalid the text for a token that is none; operations spell it differently
 */
export async function openRefreshToken(
  parts: Parts,
  { pool, client }: Target,
  token: string,
  invalid: string,
): Promise<RefreshClaims> {
  const claims = await readRefreshToken(parts, pool, token);
  if (!claims) {
    const received = "a text that this pool never gave out";
    throw invalidToken(invalid, "a refresh token of this pool", received);
  }
  if (claims.clientId !== client.id) {
    const expected = `a refresh token of client ${client.id}`;
    throw invalidToken(invalid, expected, `one of ${claims.clientId}`);
  }
  if (isOfEarlierClient(client, claims.authTime)) {
    const expected = `a refresh token of client ${client.id}`;
    throw invalidToken(invalid, expected, "one of an earlier client that had this id");
  }
  refuseExpired(claims, epochSeconds(parts.clock));
  return claims;
}

/** The user of a refresh token, whatever their state. */
export async function userOfRefreshToken(
  parts: Parts,
  { pool }: Target,
  { sub }: RefreshClaims,
): Promise<UserRecord> {
  const found = await parts.users.bySub(pool.id, sub);
  if (!found) throw userNotFound(goneUser);
  return found.value;
}

/** Refuses the token of a user who is disabled, or who was signed out everywhere since. */
export function refuseSignedOut(user: UserRecord, { authTime }: RefreshClaims): void {
  if (!user.enabled) throw userDisabled();
  if (authTime >= (user.tokensValidFrom ?? 0)) return;
  throw revokedToken("one from before the user was signed out everywhere");
}

/** Refuses the token of a sign-in that was revoked, and one that rotation has replaced. */
export async function refuseRevoked(
  { signIns }: Parts,
  { pool }: Target,
  { originJti, generation = 0 }: RefreshClaims,
): Promise<void> {
  const [isRevoked, rotation] = await Promise.all([
    signIns.isRevoked(pool.id, originJti),
    signIns.rotationOf(pool.id, originJti, generation),
  ]);
  if (isRevoked) throw revokedSignIn();
  if (rotation) throw revokedToken("one that was replaced while the client rotated its tokens");
}

/** The whole sign-in was revoked, by RevokeToken or because a token of it was used again. */
export function revokedSignIn() {
  return revokedToken("one of a sign-in that was revoked, by RevokeToken or after a reuse");
}

function revokedToken(received: string) {
  return notAuthorized("Refresh Token has been revoked", {
    check: "refresh token",
    expected: "a token that is not revoked",
    received,
    change: "Sign in again.",
  });
}

function invalidToken(message: string, expected: string, received: string) {
  return notAuthorized(message, {
    check: "refresh token",
    expected,
    received,
    change: "Send the RefreshToken of a sign-in with this very client, whole and unchanged.",
  });
}

function refuseExpired({ expiresAt }: RefreshClaims, now: number): void {
  if (now < expiresAt) return;
  throw notAuthorized("Refresh Token has expired", {
    check: "refresh token",
    expected: `a refresh before ${new Date(expiresAt * 1000).toISOString()}`,
    received: `one at ${new Date(now * 1000).toISOString()}`,
    change: "Sign in again; the client's RefreshTokenValidity says how long tokens last.",
  });
}

const goneUser: Reason = {
  check: "user",
  expected: "the user who signed in",
  received: "a token whose user was deleted",
  change: "Sign in as a user who exists.",
};
