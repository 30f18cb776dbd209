import { expect, test } from "vitest";
import { generatePassword } from "./generated-password.ts";

test("a generated password passes every policy, and is never the same", () => {
  const passwords = Array.from({ length: 200 }, generatePassword);
  for (const password of passwords) {
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[_.+])[\w.+]{20}$/);
  }
  expect(new Set(passwords).size).toBe(200);
});
