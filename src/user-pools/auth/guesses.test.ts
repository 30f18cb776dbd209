import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MovableClock, movableClock } from "../../../test/fixtures/clock.ts";
import { temporaryStorage } from "../../../test/fixtures/storage.ts";
import { createSignInStore } from "../sign-in-store.ts";
import { createTurns } from "../turns.ts";
import { guess } from "./guesses.ts";

describe("guesses at one user on several nodes", () => {
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;
  let clock: MovableClock;

  beforeAll(async () => {
    clock = movableClock();
    storage = await temporaryStorage({ clock });
  });
  afterAll(() => storage.close());

  const node = () => {
    const signIns = createSignInStore(storage.records);
    return { signIns, clock, inTurn: createTurns() };
  };

  it("never get more answers than the lock allows", async () => {
    const nodes = Array.from({ length: 8 }, node);
    const subject = { poolId: "pool", subject: "user/one" };
    const attempts = nodes.flatMap((parts) =>
      Array.from({ length: 5 }, () => guess(parts, subject, () => false)),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("answer a right password only while it may be answered", async () => {
    const subject = { poolId: "pool", subject: "user/two" };
    const [first, second] = [node(), node()];
    let looks = 0;
    const signIns = {
      ...first.signIns,
      /** Between the first look and the second, the other node counts five failures. */
      async failuresOf(poolId: string, name: string) {
        if (++looks === 2) {
          for (let count = 0; count < 5; count++) await guess(second, subject, () => false);
        }
        return first.signIns.failuresOf(poolId, name);
      },
    };
    const late = guess({ ...first, signIns }, subject, () => true);
    await expect(late).rejects.toMatchObject({ message: "Password attempts exceeded" });
  });

  it("forget failures after a right one", async () => {
    const subject = { poolId: "pool", subject: "user/three" };
    const parts = node();
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) await guess(parts, subject, () => false);
      expect(await guess(parts, subject, () => true)).toBe(true);
    }
  });
});
