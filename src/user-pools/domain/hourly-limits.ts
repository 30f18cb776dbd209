import type { AttemptsRecord } from "./records.ts";

/**
 * How often an hour a user may try each:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export const hourlyLimits = { ChangePassword: 5 } as const;

export type LimitedAction = keyof typeof hourlyLimits;

const hourMs = 3_600_000;

/** When the hour ends that the first of these attempts began (milliseconds). */
export function endOfHour({ firstAt }: AttemptsRecord): number {
  return firstAt + hourMs;
}

/** One more attempt; undefined when the hour has had as many as it may. */
export function attemptAgain(
  of: Pick<AttemptsRecord, "poolId" | "subject">,
  action: LimitedAction,
  before: AttemptsRecord | undefined,
  now: number,
): AttemptsRecord | undefined {
  if (!before || now >= endOfHour(before)) return { ...of, action, count: 1, firstAt: now };
  if (before.count >= hourlyLimits[action]) return undefined;
  return { ...before, count: before.count + 1 };
}
