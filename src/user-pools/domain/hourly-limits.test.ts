import { describe, expect, it } from "vitest";
import { attemptAgain, endOfHour, hourlyLimits } from "./hourly-limits.ts";
import type { AttemptsRecord } from "./records.ts";

const of = { poolId: "us-east-1_pool", subject: "user/ada" };
const again = (before: AttemptsRecord | undefined, now: number) =>
  attemptAgain(of, "ChangePassword", before, now);

describe("attemptAgain", () => {
  it("lets as many through in an hour as the limit says, counted from the first", () => {
    let attempts: AttemptsRecord | undefined;
    for (let count = 1; count <= hourlyLimits.ChangePassword; count++) {
      attempts = again(attempts, 1_000 * count);
      expect(attempts).toEqual({ ...of, action: "ChangePassword", count, firstAt: 1_000 });
    }
    expect(again(attempts, 10_000)).toBeUndefined();
    expect(again(attempts, 3_600_999)).toBeUndefined();
    expect(again(attempts, 3_601_000)).toMatchObject({ count: 1, firstAt: 3_601_000 });
  });

  it("ends an hour after the first", () => {
    expect(endOfHour({ ...of, action: "ChangePassword", count: 3, firstAt: 500 })).toBe(3_600_500);
  });
});
