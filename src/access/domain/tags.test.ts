import { expect, test } from "vitest";
import { addTags, removeTags } from "./tags.ts";

test("a tag replaces one whose key differs in case only", () => {
  const tags = addTags([{ key: "Team", value: "a" }], [{ Key: "team", Value: "b" }]);
  expect(tags).toEqual([{ key: "team", value: "b" }]);
  expect(removeTags(tags, ["TEAM", "absent"])).toEqual([]);
});

test("a key named twice is refused", () => {
  const twice = [
    { Key: "team", Value: "a" },
    { Key: "Team", Value: "b" },
  ];
  expect(() => addTags([], twice)).toThrow(
    expect.objectContaining({
      code: "InvalidInputException",
      message: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    }),
  );
});

test("the fifty-first tag is refused", () => {
  const fifty = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: "" }));
  const tags = addTags([], fifty);
  expect(() => addTags(tags, [{ Key: "more", Value: "" }])).toThrow(
    expect.objectContaining({ code: "LimitExceededException" }),
  );
});
