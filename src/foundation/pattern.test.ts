import { expect, test } from "vitest";
import { matchesArn, matchesPattern } from "./pattern.ts";

test.each([
  ["*", "", true],
  ["a*c", "abbbc", true],
  ["a?c", "ac", false],
  ["a*b*c", "a-c-b-c", true],
  ["a*b", "abc", false],
  ["", "a", false],
])("pattern %s on %s: %s", (pattern, text, matches) => {
  expect(matchesPattern(pattern, text)).toBe(matches);
});

test("a hostile pattern takes no time", () => {
  const started = performance.now();
  expect(matchesPattern(`${"*a".repeat(1000)}b`, "a".repeat(2000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});

test.each([
  ["arn:aws:execute-api:us-east-1:1:api/*/*/hello", "api/prod/GET/hello", true],
  ["arn:aws:execute-api:us-east-1:1:api/*", "api/prod/GET/hello", true],
  ["arn:aws:execute-api:*:*:api/*/GET/hello", "api/prod/POST/hello", false],
  ["arn:aws:execute-api:us-east-1:1:apo/*", "api/prod/GET/hello", false],
  ["arn:aws:*", "api/prod/GET/hello", false],
])("ARN pattern %s on %s: %s", (pattern, resource, matches) => {
  expect(matchesArn(pattern, `arn:aws:execute-api:us-east-1:1:${resource}`)).toBe(matches);
});
