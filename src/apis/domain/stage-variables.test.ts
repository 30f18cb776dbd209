import { expect, test } from "vitest";
import { mergeVariables, resolveVariables } from "./stage-variables.ts";

test("given variables are added or replaced, empty ones go, the others stay", () => {
  const current = { a: "1", b: "2", c: "3" };
  expect(mergeVariables(current, { b: "x", c: "", d: "y" })).toEqual({ a: "1", b: "x", d: "y" });
  expect(mergeVariables(current)).toEqual(current);
});

test("names that objects have by birth are names like others", () => {
  const merged = mergeVariables({}, { constructor: "a", toString: "b" });
  expect(merged).toEqual({ constructor: "a", toString: "b" });
  const placeholder = (name: string) => `\${stageVariables.${name}}`;
  expect(resolveVariables(placeholder("constructor"), merged)).toBe("a");
  expect(resolveVariables(placeholder("valueOf"), {})).toBe(placeholder("valueOf"));
});
