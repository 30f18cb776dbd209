import type { AuthenticationResultType } from "@aws-sdk/client-cognito-identity-provider";
import { epochSeconds } from "../../foundation/clock.ts";
import { issuerOf } from "../../tokens/issuer.ts";
import { mintToken } from "../../tokens/mint.ts";
import { sealToken } from "../../tokens/sealed-token.ts";
import type { Parts } from "../contract.ts";
import { accessClaims, idClaims, type SignIn } from "../domain/claims.ts";
import type { UserRecord } from "../domain/records.ts";
import { tokenValidity } from "../domain/token-validity.ts";
import type { Target } from "./target.ts";

/** What a refresh token holds; only this server can read or make it. */
export interface RefreshClaims extends SignIn {
  readonly clientId: string;
  readonly sub: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** How many tokens of the sign-in came before this one; absent counts as none. */
  readonly generation?: number;
}

/** The answer to a sign-in that is complete. Nothing is written: all is in the tokens. */
export async function completeSignIn(parts: Parts, target: Target, user: UserRecord) {
  const now = epochSeconds(parts.clock);
  const signIn: SignIn = {
    originJti: parts.random.uuid(),
    // Tokens of the very second of a sign-out are revoked; a sign-in right after it is not.
    authTime: Math.max(now, user.tokensValidFrom ?? 0),
  };
  const { refreshSeconds } = tokenValidity(target.client.settings);
  const claims: RefreshClaims = {
    clientId: target.client.id,
    sub: user.sub,
    ...signIn,
    expiresAt: now + refreshSeconds,
  };
  const RefreshToken = await sealRefreshToken(parts, target, claims);
  const result = await issueTokens(parts, target, user, signIn);
  return { ChallengeParameters: {}, AuthenticationResult: { ...result, RefreshToken } };
}

/** Makes a refresh token of what it is to say. */
export async function sealRefreshToken(
  { keys, random }: Parts,
  { pool }: Target,
  claims: RefreshClaims,
): Promise<string> {
  const { tokenSecrets } = await keys.of(pool.id);
  return sealToken(claims, "refresh", tokenSecrets[0], random);
}

/** Mints an ID and an access token of a sign-in, both signed at once in the thread pool. */
export async function issueTokens(
  parts: Parts,
  { pool, client }: Target,
  user: UserRecord,
  signIn: SignIn,
): Promise<AuthenticationResultType> {
  const { keys, random, clock } = parts;
  const [{ idKey, accessKey }, groups] = await Promise.all([
    keys.of(pool.id),
    parts.groups.ofUser(user),
  ]);
  const subject = { issuer: issuerOf(parts.issuer, pool.id), client, user, groups };
  const shared = { ...signIn, issuedAt: epochSeconds(clock), eventId: random.uuid() };
  const [IdToken, AccessToken] = await Promise.all([
    mintToken(idKey, idClaims(subject, { ...shared, jti: random.uuid() })),
    mintToken(accessKey, accessClaims(subject, { ...shared, jti: random.uuid() })),
  ]);
  const { accessSeconds } = tokenValidity(client.settings);
  return { AccessToken, ExpiresIn: accessSeconds, TokenType: "Bearer", IdToken };
}
