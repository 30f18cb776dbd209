import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse.ts";
import { TemplateError } from "./template-error.ts";

const resource = { Type: "AWS::SSM::Parameter" };

function json(members: object): string {
  return JSON.stringify({ Resources: { R: resource }, ...members });
}

describe("parseTemplate", () => {
  it("reads every section", () => {
    const template = parseTemplate(
      json({
        AWSTemplateFormatVersion: "2010-09-09",
        Description: "what it is",
        Metadata: { M: 1 },
        Parameters: {
          P: { Type: "Number", Default: 1, NoEcho: true, MinValue: "1", AllowedValues: [1, "2"] },
        },
        Rules: { A: { RuleCondition: { a: 1 }, Assertions: [{ Assert: { b: 1 } }] } },
        Mappings: { M: { "1": { "a-b": ["x"] } } },
        Conditions: { C: { "Fn::Equals": ["a", "a"] } },
        Resources: {
          R: {
            ...resource,
            DependsOn: "S",
            Condition: "C",
            DeletionPolicy: "RetainExceptOnCreate",
            UpdateReplacePolicy: "Retain",
            Metadata: { a: 1 },
          },
          S: { ...resource, DependsOn: ["T", "U"], Properties: { Value: true } },
        },
        Outputs: { O: { Value: "v", Description: "d", Condition: "C", Export: { Name: "n" } } },
      }),
    );
    expect(template).toMatchObject({
      version: "2010-09-09",
      description: "what it is",
      metadata: { M: 1 },
    });
    expect(template.parameters.get("P")).toMatchObject({
      type: "Number",
      default: "1",
      noEcho: true,
      valueMin: 1,
      allowedValues: ["1", "2"],
    });
    expect(template.rules.get("A")).toEqual({
      condition: { a: 1 },
      assertions: [{ assert: { b: 1 } }],
    });
    expect(template.mappings.get("M")?.get("1")).toEqual({ "a-b": ["x"] });
    expect(template.resources.get("R")).toMatchObject({
      type: "AWS::SSM::Parameter",
      dependsOn: ["S"],
      condition: "C",
      deletionPolicy: "RetainExceptOnCreate",
      updateReplacePolicy: "Retain",
      metadata: { a: 1 },
      properties: {},
    });
    expect(template.resources.get("S")).toMatchObject({
      dependsOn: ["T", "U"],
      properties: { Value: true },
    });
    expect(template.outputs.get("O")).toEqual({
      value: "v",
      description: "d",
      condition: "C",
      exportName: "n",
    });
  });

  it("keeps the order of members", () => {
    const names = ["Z", "A", "M", "B"];
    const Resources = Object.fromEntries(names.map((name) => [name, resource]));
    expect([...parseTemplate(JSON.stringify({ Resources })).resources.keys()]).toEqual(names);
  });

  it("has members that are called like those of every object", () => {
    const { properties } = parseTemplate(
      `{"Resources":{"R":{"Type":"T","Properties":{"__proto__":{"a":1},"toString":"x"}}}}`,
    ).resources.get("R") ?? { properties: {} };
    expect(Object.entries(properties)).toEqual([
      ["__proto__", { a: 1 }],
      ["toString", "x"],
    ]);
  });

  it("takes as long for many members as they are long", () => {
    const members = Array.from({ length: 50_000 }, (_, index) => `  k${index}: ${index}\n`);
    const text = `Resources: {R: {Type: T}}\nMetadata:\n${members.join("")}`;
    expect(Object.keys(parseTemplate(text).metadata ?? {})).toHaveLength(50_000);
  });

  it("throws nothing but TemplateError, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((value) => `{"Resources":${value}}`),
        ),
        (text) => {
          expect(() => tried(text)).not.toThrow();
        },
      ),
    );
  });
});

function tried(text: string): void {
  try {
    parseTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
}

const deep = (open: string, close: string, depth: number) =>
  json({ Metadata: { M: "@" } }).replace('"@"', open.repeat(depth) + close.repeat(depth));

describe("what is refused", () => {
  it.each([
    ["", "Template format error: unsupported structure."],
    ["text", "Template format error: unsupported structure."],
    ["- a", "Template format error: unsupported structure."],
    ['{"a": }', "Template format error: JSON not well-formed."],
    ['{"a": 1,\n"b"}', "Template format error: JSON not well-formed. (line 2, column 4)"],
    ["a: [1\nb: 2", "Template format error: YAML not well-formed. (line 2, column 1)"],
    ["a: 1\na: 2", "Template format error: YAML not well-formed. (line 2, column 1)"],
    ["a: 1\n---\nb: 2", "Template format error: YAML not well-formed."],
    ["? [a]\n: b", "Template format error: YAML not well-formed."],
    ["a: &a x\nb: *a", "Template error: YAML aliases are not allowed in CloudFormation templates"],
    ["- ".repeat(5000), "Template format error: YAML not well-formed."],
    [deep("[", "]", 101), "Template format error: nesting of more than 100 levels"],
    [deep("[", "]", 100_000), "Template format error"],
    [`Description: ${"x".repeat(1_048_576)}`, "Template may not exceed 1048576 bytes in size."],
    ["Outputs:", "[/Outputs] 'null' values are not allowed in templates"],
    [
      json({ Resources: { R: { ...resource, Properties: { A: [{ B: null }] } } } }),
      "[/Resources/R/Properties/A/0/B] 'null' values are not allowed in templates",
    ],
    [json({ Description: "x".repeat(1025) }), "'Description' length is greater than 1024."],
    [json({ Resources: { "Fn::ForEach::R": [] } }), "Fn::ForEach::R is not supported"],
    [json({ "Fn::Transform": {} }), "Template error: Fn::Transform is not supported"],
    [json({ Hello: 1, World: 2 }), "Invalid template property or properties [Hello, World]"],
    [json({ Hooks: {} }), "Invalid template property or properties [Hooks]"],
    [
      json({ AWSTemplateFormatVersion: "2020-01-01" }),
      "Template format error: Unsupported template version.",
    ],
    [
      json({ Description: [] }),
      "Template format error: Every Description member must be a string.",
    ],
    ["Description: x", "Template format error: At least one Resources member must be defined."],
    [
      json({ Resources: {} }),
      "Template format error: At least one Resources member must be defined.",
    ],
    [json({ Resources: [] }), "Template format error: Resources must be an object."],
    [
      json({ Resources: { R: "x" } }),
      "Template format error: Any Resources member must be an object.",
    ],
    [
      json({ Resources: { "a-b": resource } }),
      "Template format error: Resource name 'a-b' is non alphanumeric.",
    ],
    [
      json({ Resources: { R: {} } }),
      "Template format error: [/Resources/R] Every Resources object must contain a Type member.",
    ],
    [
      json({ Resources: { R: { ...resource, Name: "x" } } }),
      "Invalid template resource property 'Name'",
    ],
    [
      json({ Resources: { R: { ...resource, Properties: [] } } }),
      "Template format error: Properties must be an object.",
    ],
    [
      json({ Resources: { R: { ...resource, DependsOn: [1] } } }),
      "Template format error: Every DependsOn value must be a string.",
    ],
    [
      json({ Resources: { R: { ...resource, DeletionPolicy: "Snapshot" } } }),
      "Template error: resource type AWS::SSM::Parameter does not support deletion policy Snapshot",
    ],
    [
      json({ Resources: { R: { ...resource, UpdateReplacePolicy: "RetainExceptOnCreate" } } }),
      'Template format error: Unrecognized UpdateReplacePolicy "RetainExceptOnCreate"',
    ],
    [
      json({ Parameters: { P: {} } }),
      "Template format error: Every Parameters object must contain a Type member.",
    ],
    [
      json({ Parameters: { P: { Type: "Text" } } }),
      "Template format error: Unrecognized parameter type: Text",
    ],
    [
      json({ Parameters: { P: { Type: "AWS::SSM::Parameter::Value<Number>" } } }),
      "Template format error: Unrecognized parameter type: AWS::SSM::Parameter::Value<Number>",
    ],
    [
      json({ Parameters: { P: { Type: "String", Value: 1 } } }),
      "Invalid template parameter property 'Value'",
    ],
    [
      json({ Parameters: { P: { Type: "String", Default: [] } } }),
      "Template format error: Every Default member must be a string.",
    ],
    [
      json({ Parameters: { P: { Type: "String", MinLength: "x" } } }),
      "Template format error: Every MinLength member must be a number.",
    ],
    [
      json({ Parameters: { P: { Type: "String", AllowedValues: "x" } } }),
      "Template format error: Every AllowedValues member must be a list of strings.",
    ],
    [
      json({ Mappings: { M: { a: "x" } } }),
      "Template format error: Every Mappings member must be a map.",
    ],
    [
      json({ Mappings: { M: { a: { b: { c: 1 } } } } }),
      "Template format error: Every Mappings attribute must be a String or a List.",
    ],
    [
      json({ Rules: { A: { Assertions: {} } } }),
      "Template format error: Assertions of the rule A must be a list.",
    ],
    [
      json({ Rules: { A: { Assertions: [{}] } } }),
      "Template format error: Every assertion of the rule A must contain an Assert member.",
    ],
    [
      json({ Rules: { A: { Condition: "x" } } }),
      "Template format error: Invalid property 'Condition' of the rule A",
    ],
    [
      json({ Conditions: { C: "x" } }),
      "Template format error: Any Conditions member must be an object.",
    ],
    [
      json({ Outputs: { O: {} } }),
      "Template format error: Every Outputs member must contain a Value object",
    ],
    [json({ Outputs: { O: { Value: 1, Name: "x" } } }), "Invalid template output property 'Name'"],
    [
      json({ Outputs: { O: { Value: 1, Export: {} } } }),
      "Template format error: Every Export must contain a Name member.",
    ],
  ])("%s", (text, message) => {
    expect(() => parseTemplate(text)).toThrow(message);
    expect(() => parseTemplate(text)).toThrow(TemplateError);
  });
});
