import { describe, expect, it } from "vitest";
import { checkConstraints } from "./parameter-constraints.ts";
import {
  type GivenParameter,
  type ParameterSources,
  parameterValues,
  resolveParameters,
} from "./parameters.ts";
import { parseTemplate } from "./parse.ts";
import type { Template } from "./template.ts";

function templateOf(parameters: Record<string, object>): Template {
  const Resources = { R: { Type: "AWS::SSM::Parameter" } };
  return parseTemplate(JSON.stringify({ Parameters: parameters, Resources }));
}

const store: Record<string, string> = { "/version": "21", "/list": "a, b" };
const lookup = async (name: string) => store[name];

function resolved(
  parameters: Record<string, object>,
  given: readonly GivenParameter[] = [],
  previous: ParameterSources["previous"] = [],
) {
  return resolveParameters(templateOf(parameters), given, { previous, lookup });
}

describe("resolveParameters", () => {
  it("takes what is given, then defaults", async () => {
    const parameters = {
      A: { Type: "String", Default: "a" },
      B: { Type: "Number", Default: 2 },
      C: { Type: "String", NoEcho: true },
    };
    const given = [
      { ParameterKey: "A", ParameterValue: "" },
      { ParameterKey: "C", ParameterValue: "secret" },
    ];
    expect(await resolved(parameters, given)).toEqual([
      { key: "A", value: "" },
      { key: "B", value: "2" },
      { key: "C", value: "secret", noEcho: true },
    ]);
  });

  it("takes previous values only where that is asked for", async () => {
    const parameters = { A: { Type: "String", Default: "a" }, B: { Type: "String" } };
    const previous = [
      { key: "A", value: "before" },
      { key: "B", value: "before" },
    ];
    const given = [{ ParameterKey: "B", UsePreviousValue: true }];
    expect(await resolved(parameters, given, previous)).toEqual([
      { key: "A", value: "a" },
      { key: "B", value: "before" },
    ]);
  });

  it("looks up what SSM-typed parameters stand for", async () => {
    const parameters = {
      Version: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/version" },
      List: { Type: "AWS::SSM::Parameter::Value<List<String>>", Default: "/list" },
      Name: { Type: "AWS::SSM::Parameter::Name", Default: "/version" },
    };
    const found = await resolved(parameters);
    expect(found).toEqual([
      { key: "Version", value: "/version", resolved: "21" },
      { key: "List", value: "/list", resolved: "a, b" },
      { key: "Name", value: "/version" },
    ]);
    expect(parameterValues(templateOf(parameters), found)).toEqual(
      new Map<string, unknown>([
        ["Version", "21"],
        ["List", ["a", "b"]],
        ["Name", "/version"],
      ]),
    );
  });

  it("takes lists apart, an empty one into one empty item", async () => {
    const parameters = {
      Empty: { Type: "CommaDelimitedList", Default: "" },
      Some: { Type: "List<Number>", Default: "1, 2" },
    };
    expect(parameterValues(templateOf(parameters), await resolved(parameters))).toEqual(
      new Map([
        ["Empty", [""]],
        ["Some", ["1", "2"]],
      ]),
    );
  });

  it.each<[string, Record<string, object>, GivenParameter[], string]>([
    [
      "missing values",
      { A: { Type: "String" }, B: { Type: "String" } },
      [],
      "Parameters: [A, B] must have values",
    ],
    [
      "unknown keys",
      {},
      [{ ParameterKey: "X", ParameterValue: "" }],
      "Parameters: [X] do not exist in the template",
    ],
    [
      "a key twice",
      { A: { Type: "String" } },
      [
        { ParameterKey: "A", ParameterValue: "" },
        { ParameterKey: "A", ParameterValue: "" },
      ],
      "Duplicate input parameter key: A",
    ],
    [
      "a previous value that there is not",
      { A: { Type: "String" } },
      [{ ParameterKey: "A", UsePreviousValue: true }],
      "Cannot specify usePreviousValue as true for a parameter key not in the previous template",
    ],
    [
      "an SSM parameter that there is not",
      { A: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/none" } },
      [],
      "Unable to fetch parameters [/none] from parameter store for this account.",
    ],
    [
      "the name of an SSM parameter that there is not",
      { A: { Type: "AWS::SSM::Parameter::Name", Default: "/none" } },
      [],
      "Unable to fetch parameters [/none] from parameter store for this account.",
    ],
  ])("refuses %s", async (_, parameters, given, message) => {
    await expect(resolved(parameters, given)).rejects.toThrow(message);
  });
});

describe("constraints", () => {
  it.each<[string, object, string]>([
    ["b", { Type: "String", AllowedValues: ["a"] }, "must be one of AllowedValues"],
    [
      "a,c",
      { Type: "CommaDelimitedList", AllowedValues: ["a", "b"] },
      "must be one of AllowedValues",
    ],
    ["ab", { Type: "String", AllowedPattern: "[a-z]" }, "must match pattern [a-z]"],
    ["a", { Type: "String", MinLength: 2 }, "must contain at least 2 characters"],
    ["abc", { Type: "String", MaxLength: 2 }, "must contain at most 2 characters"],
    ["x", { Type: "Number" }, "must be a number"],
    ["", { Type: "Number" }, "must be a number"],
    ["1,x", { Type: "List<Number>" }, "must be a number"],
    ["1", { Type: "Number", MinValue: 2 }, "must be a number not less than 2"],
    ["3", { Type: "Number", MaxValue: 2 }, "must be a number not greater than 2"],
    ["x".repeat(4097), { Type: "String" }, "must contain at most 4096 bytes"],
  ])("of %s, which is %j", async (value, parameter, message) => {
    await expect(
      resolved({ A: parameter }, [{ ParameterKey: "A", ParameterValue: value }]),
    ).rejects.toThrow(`Parameter 'A' ${message}`);
  });

  it("are told in the template's own words where it has some", async () => {
    const parameter = { Type: "String", AllowedValues: ["a"], ConstraintDescription: "be a" };
    await expect(
      resolved({ A: parameter }, [{ ParameterKey: "A", ParameterValue: "b" }]),
    ).rejects.toThrow("Parameter A failed to satisfy constraint: be a");
  });

  it.each<[string, object]>([
    ["b", { Type: "String", AllowedValues: ["a", "b"] }],
    ["2", { Type: "Number", AllowedValues: [1, 2], MinValue: 2, MaxValue: 2 }],
    ["a, b", { Type: "CommaDelimitedList", AllowedValues: ["a", "b"] }],
    ["a-1_x", { Type: "String", AllowedPattern: "^[\\w\\-]+$", MinLength: 5, MaxLength: 5 }],
    ["/version", { Type: "AWS::SSM::Parameter::Value<String>", AllowedPattern: "/.*" }],
  ])("let %s pass, which is %j", async (value, parameter) => {
    const [found] = await resolved({ A: parameter }, [
      { ParameterKey: "A", ParameterValue: value },
    ]);
    expect(found?.value).toBe(value);
  });

  it("refuse patterns that hold up the server or are not understood", () => {
    const parameter = { type: "String", noEcho: false };
    expect(() =>
      checkConstraints("A", `${"a".repeat(40)}!`, { ...parameter, allowedPattern: "(a+)+" }),
    ).toThrow("Template error: AllowedPattern (a+)+ takes too long to be matched");
    expect(() => checkConstraints("A", "a", { ...parameter, allowedPattern: "a++" })).toThrow(
      "Template error: AllowedPattern a++ is not supported",
    );
  });
});
