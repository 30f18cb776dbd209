import { expect, it } from "vitest";
import { readJson } from "./json.ts";

it("keeps the text of numbers that JavaScript would write otherwise", () => {
  const text = '[1, -1.5, 2.0, 1e3, 12345678901234567890, "2.0"]';
  expect(readJson(text)).toEqual([1, -1.5, "2.0", 1000, "12345678901234567890", "2.0"]);
});
