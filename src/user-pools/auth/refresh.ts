import { epochSeconds } from "../../foundation/clock.ts";
import type { Reason } from "../../foundation/reason.ts";
import { openToken } from "../../tokens/sealed-token.ts";
import type { Parts } from "../contract.ts";
import { notAuthorized, userDisabled, userNotFound } from "../domain/faults.ts";
import type { UserRecord } from "../domain/records.ts";
import { issueTokens, type RefreshClaims } from "./issue.ts";
import {
  type AuthParameters,
  checkSecretHash,
  refuseDevice,
  requireParameter,
  requireSecretHash,
} from "./parameters.ts";
import type { Target } from "./target.ts";

/** REFRESH_TOKEN_AUTH, step by step. */
export async function refreshTokens(parts: Parts, target: Target, parameters: AuthParameters) {
  const token = requireParameter(parameters, "REFRESH_TOKEN");
  requireSecretHash(target, parameters);
  refuseDevice(parameters);
  const claims = await openRefreshToken(parts, target, token);
  refuseExpired(claims, epochSeconds(parts.clock));
  const found = await parts.users.bySub(target.pool.id, claims.sub);
  if (!found) throw userNotFound(goneUser);
  const user = found.value;
  checkSecretHash(parts, target, parameters, user.username);
  if (!user.enabled) throw userDisabled();
  await refuseRevoked(parts, target, user, claims);
  const AuthenticationResult = await issueTokens(parts, target, user, claims);
  return { ChallengeParameters: {}, AuthenticationResult };
}

async function openRefreshToken(
  parts: Parts,
  { pool, client }: Target,
  token: string,
): Promise<RefreshClaims> {
  const { tokenSecrets } = await parts.keys.of(pool.id);
  const claims =
    openToken<RefreshClaims>(token, "refresh", tokenSecrets) ??
    openToken<RefreshClaims>(token, "refresh", (await parts.keys.newestOf(pool.id)).tokenSecrets);
  if (!claims) {
    throw invalidToken("a refresh token of this pool", "a text that this pool never gave out");
  }
  if (claims.clientId !== client.id) {
    throw invalidToken(`a refresh token of client ${client.id}`, `one of ${claims.clientId}`);
  }
  return claims;
}

function invalidToken(expected: string, received: string) {
  return notAuthorized("Invalid Refresh Token", {
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

async function refuseRevoked(
  parts: Parts,
  { pool }: Target,
  user: UserRecord,
  { originJti, authTime }: RefreshClaims,
): Promise<void> {
  const signedOut = authTime < (user.tokensValidFrom ?? 0);
  if (!signedOut && !(await parts.signIns.isRevoked(pool.id, originJti))) return;
  throw notAuthorized("Refresh Token has been revoked", {
    check: "refresh token",
    expected: "a token that is not revoked",
    received: signedOut ? "one from before the user was signed out everywhere" : "a revoked one",
    change: "Sign in again.",
  });
}

const goneUser: Reason = {
  check: "user",
  expected: "the user who signed in",
  received: "a token whose user was deleted",
  change: "Sign in as a user who exists.",
};
