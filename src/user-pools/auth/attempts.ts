import type { Parts } from "../contract.ts";
import { attemptLimitExceeded } from "../domain/code-faults.ts";
import { attemptAgain, endOfHour, type LimitedAction } from "../domain/hourly-limits.ts";
import type { GuessSubject } from "./guesses.ts";

type AttemptParts = Pick<Parts, "attempts" | "clock" | "inTurn">;

/**
 * Counts an attempt against what one user may do in an hour. On whatever node they come, no more
 * are let through than the limit says.
 * @throws LimitExceededException; the attempt is not counted then
 */
export function countAttempt(
  { attempts, clock, inTurn }: AttemptParts,
  of: GuessSubject,
  action: LimitedAction,
): Promise<void> {
  return inTurn(`${of.poolId}/${of.subject}/${action}`, async () => {
    for (;;) {
      const before = await attempts.attemptsOf(of.poolId, of.subject, action);
      const after = attemptAgain(of, action, before?.value, clock.now());
      if (before && !after) {
        throw attemptLimitExceeded(`calls of ${action}`, endOfHour(before.value));
      }
      if (after && (await attempts.writeAttempts(before, after))) return;
    }
  });
}
