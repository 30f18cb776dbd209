import { createHash } from "node:crypto";
import type { Parts } from "../contract.ts";
import { notAuthorized } from "../domain/faults.ts";
import { failedAgain, lockedUntil } from "../domain/lock-out.ts";
import { normalise } from "../domain/names.ts";
import type { PoolRecord, UserRecord } from "../domain/records.ts";

type GuessParts = Pick<Parts, "signIns" | "clock" | "inTurn">;

/** What guesses are counted against. */
export interface GuessSubject {
  readonly poolId: string;
  readonly subject: string;
}

/**
 * Guesses at a user's password count against the user, by whatever name; guesses at nobody's
 * against the name that was tried, so that a lock does not tell who exists.
 */
export function guessSubject(
  pool: PoolRecord,
  user: UserRecord | undefined,
  tried: string,
): GuessSubject {
  if (user) return { poolId: pool.id, subject: `user/${user.sub}` };
  const digest = createHash("sha256").update(normalise(pool, tried)).digest("base64url");
  return { poolId: pool.id, subject: `nobody/${digest}` };
}

/**
 * Lets one guess through, unless too many have failed. Guesses at one user come one after the
 * other on this node; on others, whoever counts first wins, and the rest look again. So the number
 * of guesses that are answered never exceeds what the lock allows.
 * @param isRight costs time; is called once at most
 * @throws NotAuthorizedException while the lock lasts; nothing is learnt and nothing counted
 */
export function guess(
  parts: GuessParts,
  of: GuessSubject,
  isRight: () => boolean,
): Promise<boolean> {
  return parts.inTurn(`${of.poolId}/${of.subject}`, async () => {
    const { signIns, clock } = parts;
    let right: boolean | undefined;
    for (;;) {
      const before = await signIns.failuresOf(of.poolId, of.subject);
      const until = lockedUntil(before?.value, clock.now());
      if (until !== undefined) throw lockedOut(until, before?.value.count ?? 0);
      if (right === true && before === undefined) return true;
      right ??= isRight();
      if (!right) {
        const after = failedAgain(of, before?.value, clock.now());
        if (await signIns.writeFailures(before, after)) return false;
      } else if (before && (await signIns.forgetFailures(before))) return true;
    }
  });
}

function lockedOut(until: number, failures: number) {
  return notAuthorized("Password attempts exceeded", {
    check: "lock-out",
    expected: `no attempt before ${new Date(until).toISOString()}`,
    received: `an attempt after ${failures} failed ones`,
    change: "Wait until then. Attempts during the lock are not looked at and do not lengthen it.",
  });
}
