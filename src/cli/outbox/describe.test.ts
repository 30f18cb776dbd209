import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { describeMessage } from "./describe.ts";

const message = {
  at: Date.parse("2026-11-20T12:00:00"),
  to: "ada@example.com",
  medium: "EMAIL",
  subject: "Welcome",
  text: "Hello.\nYour code is 123456.",
  username: "ada",
  poolId: "us-east-1_AbC123xyz",
  purpose: "sign-up",
};

test("a message is a line about it, and its words", () => {
  expect(stripVTControlCharacters(describeMessage(message)).split("\n")).toEqual([
    "2026-11-20 12:00:00  EMAIL to ada@example.com  sign-up of ada in us-east-1_AbC123xyz",
    "  Welcome",
    "  Hello.",
    "  Your code is 123456.",
  ]);
});

test("nothing in it reaches the terminal as a command", () => {
  const described = describeMessage({ ...message, to: "\u001b[2J@x.org", text: "\u0007" });
  expect(stripVTControlCharacters(described)).toContain("\uFFFD[2J@x.org");
  expect(described).not.toContain("\u0007");
});
