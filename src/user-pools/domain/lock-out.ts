import type { FailuresRecord } from "./records.ts";

/** Failures that are free; from this one on each locks, twice as long as the one before. */
const free = 5;
const firstLockMs = 1_000;
const longestLockMs = 15 * 60_000;
/** Without a failure for so long, all is forgotten. */
export const quietMs = 15 * 60_000;

/** Until when sign-ins are refused unseen; undefined when they are not (milliseconds). */
export function lockedUntil(failures: FailuresRecord | undefined, now: number): number | undefined {
  if (!failures || failures.count < free) return undefined;
  const lockMs = Math.min(firstLockMs * 2 ** (failures.count - free), longestLockMs);
  const until = failures.lastAt + lockMs;
  return now < until ? until : undefined;
}

/** One more failure. */
export function failedAgain(
  subject: Pick<FailuresRecord, "poolId" | "subject">,
  failures: FailuresRecord | undefined,
  now: number,
): FailuresRecord {
  const remembered = failures && now < failures.lastAt + quietMs ? failures.count : 0;
  return { ...subject, count: remembered + 1, lastAt: now };
}
