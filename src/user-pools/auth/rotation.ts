import { fault, type Parts } from "../contract.ts";
import { signInEndsAt } from "../domain/token-validity.ts";
import type { Rotation } from "../sign-in-store.ts";
import type { RefreshClaims } from "./issue.ts";
import { revokedSignIn } from "./refresh-token.ts";
import type { Target } from "./target.ts";

/**
 * Uses a refresh token up: answers what the next one says, which ends when this one would have.
 * A token that was used up stays good for the client's grace period, since answers get lost. Used
 * later it is in the wrong hands, or its successor is: the whole sign-in is revoked (RFC 9700
 * section 4.14.2).
 * @throws RefreshTokenReuseException
 */
export async function rotate(
  parts: Parts,
  target: Target,
  claims: RefreshClaims,
): Promise<RefreshClaims> {
  const { originJti, generation = 0, expiresAt } = claims;
  const rotation = { poolId: target.pool.id, originJti, generation, at: parts.clock.now() };
  const outcome = await parts.signIns.rotate(rotation, expiresAt * 1000);
  if (outcome === "revoked") throw revokedSignIn();
  if (outcome === "rotated-before") await allowRetry(parts, target, claims, rotation);
  return { ...claims, generation: generation + 1 };
}

/** Lets a token that was used up pass within the grace period; revokes its family after that. */
async function allowRetry(
  { signIns }: Parts,
  { client }: Target,
  { expiresAt }: RefreshClaims,
  { poolId, originJti, generation, at: now }: Rotation,
): Promise<void> {
  const first = await signIns.rotationOf(poolId, originJti, generation);
  const graceSeconds = client.settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0;
  // Clocks of nodes differ: without a grace period, none of them may make one.
  if (first && graceSeconds > 0 && now < first.at + graceSeconds * 1000) return;
  await signIns.revoke(poolId, originJti, signInEndsAt(expiresAt));
  throw fault("RefreshTokenReuseException", "Refresh token has been reused after its rotation.", {
    reason: {
      check: "refresh token rotation",
      expected: "the newest RefreshToken of the sign-in, which the last refresh answered",
      received: first
        ? `one that was replaced at ${new Date(first.at).toISOString()}`
        : "one that was replaced",
      change:
        "The sign-in is revoked now: sign in again. If it was the application itself, keep the " +
        "RefreshToken of every answer and do not refresh twice at once; the client's " +
        `RetryGracePeriodSeconds, ${graceSeconds} now, allows for retries.`,
    },
  });
}
