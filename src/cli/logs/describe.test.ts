import { expect, test } from "vitest";
import { describeEvent } from "./describe.ts";

test("an event is its time and its text", () => {
  const event = { timestamp: Date.UTC(2026, 10, 20, 21, 33, 7, 123), message: "a\tb\n" };
  expect(describeEvent(event)).toBe("2026-11-20T21:33:07.123Z a\tb");
});

test("what would steer a terminal is shown instead", () => {
  const event = { timestamp: 0, message: "\u001b[2Jgone\r\u009b" };
  expect(describeEvent(event)).toBe("1970-01-01T00:00:00.000Z \\x1b[2Jgone\\x0d\\x9b");
});
