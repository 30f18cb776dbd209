import { expect, test } from "vitest";
import { claimText } from "./claim-text.ts";

test.each([
  ["ada", "ada"],
  [1675018035, "1675018035"],
  [1.5, "1.5"],
  [true, "true"],
  [null, "null"],
  [["admin", "users"], "[admin users]"],
  [["admin"], "[admin]"],
  [[], "[]"],
  [{ b: 2, a: [1, true] }, "map[a:[1 true] b:2]"],
])("%j becomes %s", (value, text) => {
  expect(claimText(value)).toBe(text);
});
