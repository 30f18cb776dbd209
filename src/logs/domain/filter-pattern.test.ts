import { describe, expect, it } from "vitest";
import { readFilterPattern } from "./filter-pattern.ts";

const matches = (pattern: string, message: string) => {
  const filter = readFilterPattern(pattern);
  if (typeof filter !== "function") throw new Error(filter.problem);
  return filter(message);
};

describe("a filter pattern", () => {
  it.each([
    ["", "anything", true],
    ["  ", "anything", true],
    ["ERROR", "[ERROR] no", true],
    ["error", "[ERROR] no", false],
    ["ERROR timeout", "timeout: ERROR", true],
    ["ERROR timeout", "ERROR", false],
    ['"Task timed out"', "x Task timed out after 3s", true],
    ['"Task timed out"', "Task was timed out", false],
    ['"say \\"hi\\""', 'say "hi"', true],
    ["?ERROR ?WARN", "WARN", true],
    ["?ERROR ?WARN", "INFO", false],
    ["ERROR -Exiting", "ERROR Exiting", false],
    ["ERROR -Exiting", "ERROR", true],
    ['-"REPORT RequestId"', "REPORT RequestId: 1", false],
    ["größe", "die größe", true],
  ])("%s on %s is %s", (pattern, message, expected) => {
    expect(matches(pattern, message)).toBe(expected);
  });

  it.each([
    ["{ $.level = 1 }", "JSON filter patterns"],
    ["[ip, user]", "column filter patterns"],
    ["%ab+%", "regular expressions"],
    ["a.b", "Invalid character(s) in term 'a.b'"],
    ['"never ends', "Invalid filter pattern"],
    ['"a"b', "Invalid filter pattern"],
  ])("%s is refused", (pattern, problem) => {
    expect(readFilterPattern(pattern)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
