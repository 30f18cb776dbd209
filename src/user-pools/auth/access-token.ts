import { epochSeconds } from "../../foundation/clock.ts";
import { userPoolOfIssuer } from "../../tokens/issuer.ts";
import { readCandidate, type VerifiedToken, verifyCandidate } from "../../tokens/verify.ts";
import type { Parts } from "../contract.ts";
import { isOfEarlierClient } from "../domain/client-age.ts";
import { notAuthorized, userNotFound } from "../domain/faults.ts";
import type { ClientRecord, PoolRecord, UserRecord } from "../domain/records.ts";
import type { Stored } from "../pool-store.ts";

/** Who called with an access token, through which client. */
export interface TokenBearer {
  readonly pool: PoolRecord;
  readonly client: ClientRecord;
  /** With its version, for operations that change it. */
  readonly user: Stored<UserRecord>;
}

const scope = "aws.cognito.signin.user.admin";

/** Checks the access token of a call, step by step: form, signature, time, scope, revocation. */
export async function bearerOf(parts: Parts, token: string): Promise<TokenBearer> {
  const { pool, verified } = await verifyAccessToken(parts, token);
  refuseExpired(verified, epochSeconds(parts.clock));
  requireScope(verified);
  const { client_id, sub, origin_jti, auth_time } = verified.claims;
  const client = await parts.clients.byId(String(client_id));
  const isKnown =
    client?.value.poolId === pool.id && !isOfEarlierClient(client.value, Number(auth_time));
  if (!isKnown) throw invalid("a client that exists", "one that is gone");
  const found = await parts.users.bySub(pool.id, String(sub));
  if (!found) throw userNotFound();
  const { tokensValidFrom = 0, enabled } = found.value;
  const isSignedOut = Number(auth_time) < tokensValidFrom || !enabled;
  const isRevoked =
    isSignedOut || (await parts.signIns.isRevoked(pool.id, String(origin_jti ?? "")));
  if (isRevoked) throw revoked(found.value);
  return { pool, client: client.value, user: found };
}

async function verifyAccessToken(parts: Parts, token: string) {
  const candidate = readCandidate(token, () => true);
  if (candidate.kind === "refused") throw invalid("an access token", candidate.detail);
  const { iss, token_use } = candidate.claims;
  if (token_use !== "access") throw invalid("an access token", `token_use ${String(token_use)}`);
  const poolId = userPoolOfIssuer(String(iss), parts.publicUrls());
  const pool = poolId === undefined ? undefined : await parts.pools.byId(poolId);
  if (!pool) throw invalid("the issuer of a pool on this server", String(iss));
  const keys = await parts.keys.of(pool.value.id);
  const known = keys.keySet.keys.has(candidate.kid)
    ? keys
    : await parts.keys.newestOf(pool.value.id);
  const verified = verifyCandidate(candidate, known.keySet);
  if (verified.kind === "refused") {
    throw notAuthorized("Could not verify signature for Access Token", {
      check: "access token",
      expected: `a token signed by a key of pool ${pool.value.id}`,
      received: verified.detail,
      change: "Send the AccessToken of a sign-in, whole and unchanged.",
    });
  }
  return { pool: pool.value, verified };
}

function refuseExpired({ expiresAt }: VerifiedToken, now: number): void {
  if (now < expiresAt) return;
  throw notAuthorized("Access Token has expired", {
    check: "access token",
    expected: `a call before ${new Date(expiresAt * 1000).toISOString()}`,
    received: `one at ${new Date(now * 1000).toISOString()}`,
    change: "Refresh the tokens, or sign in again.",
  });
}

function requireScope({ scopes }: VerifiedToken): void {
  if (scopes.includes(scope)) return;
  throw notAuthorized("Access Token does not have required scopes", {
    check: "scope",
    expected: scope,
    received: scopes.join(" ") || "none",
    change: `Ask for the scope ${scope} when signing in through OAuth 2.0.`,
  });
}

function revoked({ enabled }: UserRecord) {
  return notAuthorized("Access Token has been revoked", {
    check: "access token",
    expected: "a token that is not revoked",
    received: enabled ? "one that was revoked or signed out" : "one of a disabled user",
    change: enabled ? "Sign in again." : "Enable the user with AdminEnableUser.",
  });
}

function invalid(expected: string, received: string) {
  return notAuthorized("Invalid Access Token", {
    check: "access token",
    expected,
    received,
    change: "Send the AccessToken of a sign-in to this server, not the IdToken.",
  });
}
