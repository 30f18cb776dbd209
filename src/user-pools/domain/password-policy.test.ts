import { describe, expect, it } from "vitest";
import { secureRandom } from "../../foundation/random.ts";
import { brokenRule, temporaryPassword } from "./password-policy.ts";

const strict = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

describe("a password policy", () => {
  it.each([
    ["", "Password not long enough"],
    ["aA1!", "Password not long enough"],
    ["aaaaaaaa", "Password must have uppercase characters"],
    ["AAAAAAAA", "Password must have lowercase characters"],
    ["aAaAaAaA", "Password must have numeric characters"],
    ["aAaAaA11", "Password must have symbol characters"],
    [" aAaA11 ", "Password must have symbol characters"],
    ["aAaA 111", undefined],
    ["Right-1234", undefined],
    [`aA1!${"x".repeat(253)}`, "Password too long"],
  ])("judges %j", (password, rule) => {
    expect(brokenRule(strict, password)).toBe(rule);
  });

  it("counts characters, not code units", () => {
    expect(brokenRule({ MinimumLength: 6 }, "😀😀😀")).toBe("Password not long enough");
  });

  it("asks for nothing but length when nothing else is required", () => {
    expect(brokenRule({ MinimumLength: 6 }, "aaaaaa")).toBeUndefined();
  });
});

describe("a temporary password", () => {
  it.each([strict, { MinimumLength: 99, RequireSymbols: true }, {}])("keeps to %o", (policy) => {
    const made = Array.from({ length: 200 }, () => temporaryPassword(policy, secureRandom));
    expect(made.filter((password) => brokenRule(policy, password) !== undefined)).toEqual([]);
    expect(new Set(made).size).toBe(200);
  });
});
