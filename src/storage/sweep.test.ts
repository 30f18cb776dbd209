import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Log } from "../foundation/log.ts";
import { startSweeping } from "./sweep.ts";

describe("sweeping", () => {
  let expired: number;
  let failing: boolean;
  let warnings: string[];

  const log: Log = {
    debug() {},
    info() {},
    warn: (_details, message) => warnings.push(message),
    error() {},
  };

  async function removeSome(limit: number): Promise<number> {
    if (failing) throw new Error("the disk is on fire");
    const removed = Math.min(limit, expired);
    expired -= removed;
    return removed;
  }

  beforeEach(() => {
    vi.useFakeTimers();
    expired = 1234;
    failing = false;
    warnings = [];
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test("removes all, in steps, once a minute, until it is stopped", async () => {
    const sweeping = startSweeping(removeSome, log);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(expired).toBe(1234);
    await vi.advanceTimersByTimeAsync(1000);
    expect(expired).toBe(0);
    sweeping.stop();
    expired = 1;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(expired).toBe(1);
  });

  test("goes on after a failure, which it logs", async () => {
    const sweeping = startSweeping(removeSome, log);
    failing = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(warnings).toEqual(["expired records could not be removed"]);
    failing = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(expired).toBe(0);
    sweeping.stop();
  });
});
