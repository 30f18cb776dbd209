import { describe, expect, it } from "vitest";
import { resetMembers } from "./replaced.ts";

interface Settings {
  a?: number;
  b?: string[];
}

describe("members that an update reset", () => {
  it.each<[Settings, Settings, string[]]>([
    [{ a: 2, b: ["x"] }, { a: 1, b: ["x"] }, ["a"]],
    [{ a: 2, b: ["x"] }, { a: 1 }, ["a", "b"]],
    [{ a: 2 }, { a: 3 }, []],
    [{ a: 1 }, { a: 1, b: ["x"] }, []],
  ])("%o -> %o", (before, after, names) => {
    expect(resetMembers(before, after, { a: 1 })).toEqual(names);
  });
});
