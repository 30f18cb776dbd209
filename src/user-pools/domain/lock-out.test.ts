import { describe, expect, it } from "vitest";
import { failedAgain, lockedUntil, quietMs } from "./lock-out.ts";
import type { FailuresRecord } from "./records.ts";

const subject = { poolId: "p", subject: "ada" };
const failures = (count: number): FailuresRecord => ({ ...subject, count, lastAt: 1000 });

describe("the lock after failed sign-ins", () => {
  it.each([
    [0, undefined],
    [4, undefined],
    [5, 2_000],
    [6, 3_000],
    [9, 17_000],
    [14, 513_000],
    [15, 901_000],
    [100, 901_000],
    [5000, 901_000],
  ])("after %d failures lasts until %s ms", (count, until) => {
    expect(lockedUntil(failures(count), 1000)).toBe(until);
  });

  it("is over at its end, not before", () => {
    expect(lockedUntil(failures(5), 1999)).toBe(2000);
    expect(lockedUntil(failures(5), 2000)).toBeUndefined();
    expect(lockedUntil(undefined, 0)).toBeUndefined();
  });

  it("counts on, and forgets after a quiet quarter of an hour", () => {
    expect(failedAgain(subject, undefined, 5)).toEqual({ ...subject, count: 1, lastAt: 5 });
    expect(failedAgain(subject, failures(5), 2000).count).toBe(6);
    expect(failedAgain(subject, failures(5), 999 + quietMs).count).toBe(6);
    expect(failedAgain(subject, failures(5), 1000 + quietMs).count).toBe(1);
  });
});
