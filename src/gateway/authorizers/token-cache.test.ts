import { expect, test } from "vitest";
import { TokenCache } from "./token-cache.ts";

function offerTwice(cache: TokenCache<number>, text: string, value: number): void {
  cache.offer(text, value);
  cache.offer(text, value);
}

test("remembers nothing that came only once", () => {
  const cache = new TokenCache<number>(2, 1000);
  cache.offer("a", 1);
  expect(cache.get("a")).toBeUndefined();
  cache.offer("a", 1);
  expect(cache.get("a")).toBe(1);
});

test("remembers what was asked for lately, and forgets the rest", () => {
  const cache = new TokenCache<number>(2, 1000);
  offerTwice(cache, "a", 1);
  offerTwice(cache, "b", 2);
  offerTwice(cache, "c", 3);
  expect(cache.get("a")).toBe(1);
  offerTwice(cache, "d", 4);
  expect([cache.get("b"), cache.get("a"), cache.get("d")]).toEqual([undefined, 1, 4]);
});

test("is bounded in entries and in characters", () => {
  for (const [entries, characters] of [
    [10, 1_000_000],
    [1_000_000, 100],
  ] as const) {
    const cache = new TokenCache<number>(entries, characters);
    const names = Array.from({ length: 200 }, (_, at) => `token-${at}`.padEnd(10));
    for (const [at, name] of names.entries()) offerTwice(cache, name, at);
    const kept = names.filter((name) => cache.get(name) !== undefined);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept).toContain(names.at(-1));
  }
});
