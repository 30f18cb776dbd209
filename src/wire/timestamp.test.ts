import { expect, test } from "vitest";
import { readTimestamp, writeTimestamp } from "./timestamp.ts";

const time = new Date(1_700_000_000_123);

test("a time is written as a number, as ISO 8601 or as an HTTP date", () => {
  expect(writeTimestamp(time, "epoch")).toBe(1_700_000_000.123);
  expect(writeTimestamp(time, "iso8601")).toBe("2023-11-14T22:13:20.123Z");
  expect(writeTimestamp(new Date(1_700_000_000_000), "iso8601")).toBe("2023-11-14T22:13:20Z");
  expect(writeTimestamp(time, "http")).toBe("Tue, 14 Nov 2023 22:13:20 GMT");
});

test.each([
  [1_700_000_000.123, time],
  ["1700000000.123", time],
  ["2023-11-14T22:13:20.123Z", time],
  ["Tue, 14 Nov 2023 22:13:20 GMT", new Date(1_700_000_000_000)],
])("%j is read", (value, expected) => {
  expect(readTimestamp(value)).toEqual(expected);
});

test.each(["noon", "1 May", true, {}, 1e300, "x".repeat(1000), null])("%j is no time", (value) => {
  expect(readTimestamp(value)).toBeUndefined();
});
