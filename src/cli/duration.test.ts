import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "./duration.ts";

test.each([
  ["90s", 90_000, "1m 30s"],
  ["2h", 7_200_000, "2h"],
  ["1d12h", 129_600_000, "1d 12h"],
  ["0s", 0, "0s"],
])("%s", (text, milliseconds, written) => {
  expect(parseDuration(text)).toBe(milliseconds);
  expect(formatDuration(milliseconds)).toBe(written);
});

test.each([[""], ["2"], ["h"], ["2 h"], ["-2h"], ["2w"], ["1.5h"]])(
  "'%s' is no duration",
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
