import { describe, expect, it } from "vitest";
import { parseUserFilter } from "./user-filter.ts";

describe("a filter of ListUsers", () => {
  it.each([
    ['username = "ada"', { attribute: "username", value: "ada", byBeginning: false }],
    ['email^="ad"', { attribute: "email", value: "ad", byBeginning: true }],
    ['"family_name" = "Reddy"', { attribute: "family_name", value: "Reddy", byBeginning: false }],
    [
      '  cognito:user_status  ^=  "con"  ',
      { attribute: "cognito:user_status", value: "con", byBeginning: true },
    ],
    [
      String.raw`name = "Ada \"Countess\" \\ Lovelace"`,
      { attribute: "name", value: String.raw`Ada "Countess" \ Lovelace`, byBeginning: false },
    ],
    ['sub = ""', { attribute: "sub", value: "", byBeginning: false }],
  ])("reads %s", (text, filter) => {
    expect(parseUserFilter(text)).toEqual(filter);
  });

  it.each([
    ["custom:tier", 'custom:tier = "gold"'],
    ["birthdate", 'birthdate = "1815-12-10"'],
    ["Username", 'Username = "ada"'],
  ])("refuses to search by %s", (name, text) => {
    expect(() => parseUserFilter(text)).toThrow(`Invalid search attribute: ${name}`);
  });

  it.each([
    "ada",
    "username = ada",
    'username == "ada"',
    'username = "ada" and status = "Enabled"',
    'username = "ada',
    String.raw`username = "ada\"`,
    'username != "ada"',
    "=",
  ])("cannot read %s", (text) => {
    expect(() => parseUserFilter(text)).toThrow("Error while parsing filter");
  });

  it("takes no time over hostile texts", () => {
    const hostile = `name = "${"\\\\".repeat(5_000)}`;
    expect(() => parseUserFilter(hostile)).toThrow("Error while parsing filter");
  });
});
