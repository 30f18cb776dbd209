import { expect, test } from "vitest";
import { TokenCache } from "./token-cache.ts";

test("remembers what was asked for lately, and forgets the rest", () => {
  const cache = new TokenCache<number>(2, 1000);
  cache.set("a", 1);
  cache.set("b", 2);
  cache.set("c", 3);
  expect(cache.get("a")).toBe(1);
  cache.set("d", 4);
  expect([cache.get("b"), cache.get("a"), cache.get("d")]).toEqual([undefined, 1, 4]);
});

test("is bounded in entries and in characters", () => {
  for (const [entries, characters] of [
    [10, 1_000_000],
    [1_000_000, 100],
  ] as const) {
    const cache = new TokenCache<number>(entries, characters);
    const names = Array.from({ length: 200 }, (_, at) => `token-${at}`.padEnd(10));
    for (const [at, name] of names.entries()) cache.set(name, at);
    const kept = names.filter((name) => cache.get(name) !== undefined);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept).toContain(names.at(-1));
  }
});
