import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("work under one name is done one after the other, also behind a failure", async () => {
  const turns = new Turns();
  const events: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const outcomes = await Promise.allSettled([
    turns.take("api", work("first", true)),
    turns.take("api", work("second")),
  ]);
  expect(events).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test("different names do not wait for each other", async () => {
  const turns = new Turns();
  const stuck = Promise.withResolvers<string>();
  const waiting = turns.take("one", () => stuck.promise);
  expect(await turns.take("two", async () => "done")).toBe("done");
  stuck.resolve("late");
  expect(await waiting).toBe("late");
});
