import { describe, expect, it } from "vitest";
import { resolveDynamicReferences } from "./dynamic-references.ts";

const lookup = async (name: string, version: number | undefined) =>
  name === "/name" ? `value ${version ?? "of the latest"} $&` : undefined;

describe("resolveDynamicReferences", () => {
  it.each<[unknown, unknown]>([
    ["{{resolve:ssm:/name}}", "value of the latest $&"],
    ["a {{resolve:ssm:/name:3}} b {{resolve:ssm:/name}}", "a value 3 $& b value of the latest $&"],
    [{ a: ["{{resolve:ssm:/name}}", 1, true] }, { a: ["value of the latest $&", 1, true] }],
    ["{{resolve}}", "{{resolve}}"],
    ["{{other}}", "{{other}}"],
  ])("%j becomes %j", async (value, expected) => {
    expect(await resolveDynamicReferences(JSON.parse(JSON.stringify(value)), lookup)).toEqual(
      expected,
    );
  });

  it.each([
    [
      "{{resolve:ssm:/none}}",
      "Unable to fetch parameters [/none] from parameter store for this account.",
    ],
    ["{{resolve:ssm:}}", "Incorrect format is used in the following SSM reference: []"],
    [
      "{{resolve:ssm:/name:x}}",
      "Incorrect format is used in the following SSM reference: [/name:x]",
    ],
    [
      "{{resolve:ssm-secure:/name}}",
      "Dynamic reference {{resolve:ssm-secure:/name}} is not supported",
    ],
    [
      "{{resolve:secretsmanager:a:SecretString:b}}",
      "Dynamic reference {{resolve:secretsmanager:a:SecretString:b}} is not supported",
    ],
  ])("refuses %s", async (text, message) => {
    await expect(resolveDynamicReferences([text], lookup)).rejects.toThrow(message);
  });
});
