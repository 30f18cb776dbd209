import { describe, expect, it } from "vitest";
import { createTurns } from "./turns.ts";

describe("turns", () => {
  it("let one thing happen at a time, in order, and different things at once", async () => {
    const inTurn = createTurns();
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all([
      inTurn("one", work("a")),
      inTurn("one", work("b")),
      inTurn("other", work("c")),
    ]);
    expect(done).toEqual(["a", "b", "c"]);
    expect(events.indexOf("b begins")).toBeGreaterThan(events.indexOf("a ends"));
    expect(events.indexOf("c begins")).toBeLessThan(events.indexOf("a ends"));
  });

  it("go on after a failure", async () => {
    const inTurn = createTurns();
    const failing = inTurn("one", () => Promise.reject(new Error("no")));
    const next = inTurn("one", async () => "yes");
    await expect(failing).rejects.toThrow("no");
    await expect(next).resolves.toBe("yes");
  });
});
