import { expect, test } from "vitest";
import { javaMatcher } from "./java-pattern.ts";
import { knownServices } from "./shapes/index.ts";

test.each([
  ["[\\S]+", "a\u00a0b", true],
  ["[\\S]+", "a b", false],
  ["\\S{6,9}", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0", true],
  ["[^\\s]+", "\u00a0", true],
  ["[\\w\\s+=]+", "a b\u00a0", false],
  ["(?s).*", "one\ntwo", true],
  [".*", "one\ntwo", false],
  ["[\\w+=,.@\\:-]*", "a:b-c", true],
  ["[\\p{L}\\p{M}]+", "Zoë", true],
  ["[\\p{S}]+", "😀", true],
  ["a|b", "ab", false],
  ["a|b", "b", true],
  ["^a$", "a\n", false],
  ["(x)|()", "", true],
  ["\\/?.+\\/.+", "bucket/key", true],
])("%s on %j: %j", (pattern, value, expected) => {
  expect(javaMatcher(pattern)(value)).toBe(expected);
});

/** Where no maximum is set, the validator tries no longer value than this on a pattern. */
const lengthMax = 4096;
const units = ["a", "1", "-", "/", ".", ":", "@", "{##", "{####}", "##}", "{##a##}", "a/", "a."];
const ends = ["", "\u0000", "!", "\n"];

test("no pattern of any service can be made slow", async () => {
  for (const { load } of knownServices) {
    for (const shape of Object.values((await load()).shapes)) {
      if (shape.kind !== "string" || shape.pattern === undefined) continue;
      const matches = javaMatcher(shape.pattern);
      for (const value of hostileValues(Math.min(shape.max ?? lengthMax, 70_000))) {
        const start = performance.now();
        matches(value);
        const pace = { pattern: shape.pattern, slow: performance.now() - start > 1000 };
        expect(pace).toEqual({ pattern: shape.pattern, slow: false });
      }
    }
  }
}, 60_000);

function hostileValues(length: number): string[] {
  return units.flatMap((unit) =>
    ends.map((end) => unit.repeat(length / unit.length).slice(0, length - 1) + end),
  );
}
