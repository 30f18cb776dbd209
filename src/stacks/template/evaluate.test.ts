import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, evaluateMembers } from "./evaluate.ts";
import { parseTemplate } from "./parse.ts";
import type { Scope } from "./scope.ts";
import { TemplateError } from "./template-error.ts";
import type { Value } from "./value.ts";

const scope: Scope = {
  parameters: new Map<string, string | readonly string[]>([
    ["Text", "text"],
    ["Zero", "0"],
    ["List", ["a", "b"]],
    ["Empty", [""]],
  ]),
  pseudo: {
    tenant: { account: "000000000000", region: "eu-central-1" },
    stackId: "arn:aws:cloudformation:eu-central-1:000000000000:stack/hello/1",
    stackName: "hello",
    notificationArns: [],
  },
  mappings: new Map([["Map", new Map([["eu-central-1", { name: "zone", list: ["x", "y"] }]])]]),
  conditions: new Map([
    ["Held", true],
    ["Failed", false],
  ]),
  resource: (logicalId) => resources[logicalId],
  imports: (name) => (name === "hello-export" ? "imported" : undefined),
};

const resources: Record<string, { ref: string; attributes: Record<string, unknown> }> = {
  Bucket: {
    ref: "bucket-1",
    attributes: { Arn: "arn:aws:s3:::bucket-1", "Nested.Name": "n", Tags: ["t"], Null: null },
  },
};

/** Templates are easier to read in YAML. */
function valueIn(yaml: string): Value {
  const text = `Resources:\n  R:\n    Type: T\n    Properties:\n      Value: ${yaml}\n`;
  return parseTemplate(text).resources.get("R")?.properties.Value ?? "";
}

describe("evaluate", () => {
  it.each<[string, unknown]>([
    ["plain", "plain"],
    ["!Ref Text", "text"],
    ["!Ref List", ["a", "b"]],
    ["!Ref Bucket", "bucket-1"],
    ["!Ref AWS::AccountId", "000000000000"],
    ["!Ref AWS::Region", "eu-central-1"],
    ["!Ref AWS::Partition", "aws"],
    ["!Ref AWS::URLSuffix", "amazonaws.com"],
    ["!Ref AWS::StackName", "hello"],
    ["!Ref AWS::StackId", "arn:aws:cloudformation:eu-central-1:000000000000:stack/hello/1"],
    ["!Ref AWS::NotificationARNs", []],
    ["!Ref AWS::NoValue", undefined],
    ["[a, !Ref AWS::NoValue, {b: !Ref AWS::NoValue, c: 1}]", ["a", { c: 1 }]],
    ["!GetAtt Bucket.Arn", "arn:aws:s3:::bucket-1"],
    ["!GetAtt Bucket.Nested.Name", "n"],
    ["!GetAtt Bucket.Tags", ["t"]],
    ["{Fn::GetAtt: Bucket.Arn}", "arn:aws:s3:::bucket-1"],
    ["{Fn::GetAtt: [Bucket, !Join ['', [A, rn]]]}", "arn:aws:s3:::bucket-1"],
    ["!Join ['-', [a, !Ref Text, 1, true]]", "a-text-1-true"],
    ["!Join [',', !Ref List]", "a,b"],
    ["!Join ['', !Ref Empty]", ""],
    ["!Join [',', []]", ""],
    ["!Join [',', [a, !Ref AWS::NoValue]]", "a"],
    ["!Split [',', 'a,b,,c']", ["a", "b", "", "c"]],
    ["!Select [1, [a, b]]", "b"],
    ["!Select ['1', !Ref List]", "b"],
    ["!Select [!Ref Zero, !Split ['/', !Ref Bucket]]", "bucket-1"],
    ["!Select [0, !Ref Empty]", ""],
    ["!Base64 hello", "aGVsbG8="],
    ["!Base64 {Ref: Text}", "dGV4dA=="],
    ["!Sub 'plain'", "plain"],
    [
      `!Sub '\${Text} \${Bucket} \${Bucket.Arn} \${AWS::Region}'`,
      "text bucket-1 arn:aws:s3:::bucket-1 eu-central-1",
    ],
    [`!Sub '\${!Text} $\${Text} $'`, `\${Text} $text $`],
    [`!Sub ['\${a}-\${Text}', {a: !Ref Bucket, Text: own}]`, "bucket-1-own"],
    [`!Sub ['\${a.b}', {a.b: own}]`, "own"],
    ["!FindInMap [Map, !Ref AWS::Region, name]", "zone"],
    ["!FindInMap [Map, eu-central-1, list]", ["x", "y"]],
    ["!FindInMap [Map, other, name, {DefaultValue: !Ref Text}]", "text"],
    ["!FindInMap [None, other, name, {DefaultValue: d}]", "d"],
    ["!GetAZs ''", ["eu-central-1a", "eu-central-1b", "eu-central-1c"]],
    ["!GetAZs us-east-1", ["us-east-1a", "us-east-1b", "us-east-1c"]],
    ["!GetAZs {Ref: AWS::Region}", ["eu-central-1a", "eu-central-1b", "eu-central-1c"]],
    ["!ImportValue hello-export", "imported"],
    [`{Fn::ImportValue: !Sub '\${AWS::StackName}-export'}`, "imported"],
    ["!If [Held, a, !Ref Missing]", "a"],
    ["!If [Failed, !Ref Missing, b]", "b"],
    ["[!If [Failed, a, !Ref AWS::NoValue], b]", ["b"]],
    ["{a: !If [Failed, a, !Ref AWS::NoValue], b: 1}", { b: 1 }],
    ["!Length [a, b]", 2],
    ["{Fn::Length: !Ref List}", 2],
    ["!ToJsonString {a: !Ref Text, b: !Ref AWS::NoValue}", '{"a":"text"}'],
    ["!Cidr [10.0.0.0/16, 2, 8]", ["10.0.0.0/24", "10.0.1.0/24"]],
    ["{Condition: {StringEquals: {a: !Ref Text}}}", { Condition: { StringEquals: { a: "text" } } }],
    ["{Ref: a, Other: b}", { Ref: "a", Other: "b" }],
  ])("%s", (yaml, expected) => {
    expect(evaluate(valueIn(yaml), scope)).toEqual(expected);
  });

  it.each([
    ["{Ref: [a]}", "Template error: every Ref object must have a single String value."],
    [
      "!Ref Missing",
      "Template format error: Unresolved resource dependencies [Missing] in the Resources block",
    ],
    [
      "!GetAtt Missing.Arn",
      "Template error: instance of Fn::GetAtt references undefined resource Missing",
    ],
    [
      "!GetAtt Bucket.None",
      "Template error: resource Bucket does not support attribute type None in Fn::GetAtt",
    ],
    ["!GetAtt Bucket.constructor", "does not support attribute type constructor in Fn::GetAtt"],
    ["!GetAtt Bucket.Null", "does not support attribute type Null in Fn::GetAtt"],
    [
      "!GetAtt Bucket",
      "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource",
    ],
    [
      "!GetAtt [Bucket, a, b]",
      "Template error: every Fn::GetAtt object requires two non-empty parameters",
    ],
    [
      "!Join x",
      "Template error: every Fn::Join object requires two parameters, (1) a string delimiter",
    ],
    ["!Join [',', [[a]]]", "Template error: every Fn::Join object requires two parameters"],
    ["!Join [',', !Ref Text]", "Template error: every Fn::Join object requires two parameters"],
    [
      "!Split ['', x]",
      "Template error: every Fn::Split object requires two parameters, (1) a string delimiter",
    ],
    ["!Split [',', !Ref List]", "Template error: every Fn::Split object requires two parameters"],
    [
      "!Select [2, [a, b]]",
      "Template error: Fn::Select cannot select nonexistent value at index 2",
    ],
    [
      "!Select [-1, [a, b]]",
      "Template error: Fn::Select requires a list argument with two elements: an integer index",
    ],
    [
      "!Select [0, !Ref Text]",
      "Template error: Fn::Select requires a list argument with two elements",
    ],
    ["!Base64 [a]", "Template error: every Fn::Base64 object must have a String-typed value."],
    [
      `!Sub '\${a b}'`,
      "Template error: variable names in Fn::Sub syntax must contain only alphanumeric",
    ],
    [`!Sub '\${Missing}'`, "Unresolved resource dependencies [Missing]"],
    [
      `!Sub '\${List}'`,
      "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments.",
    ],
    [`!Sub '\${AWS::NoValue}'`, "Template error: One or more Fn::Sub"],
    ["!Sub [a, b]", "Template error: One or more Fn::Sub"],
    ["!FindInMap [Map, other, name]", "Template error: Unable to get mapping for Map::other::name"],
    [
      "!FindInMap [Map, eu-central-1, constructor]",
      "Template error: Unable to get mapping for Map::eu-central-1::constructor",
    ],
    [
      "!FindInMap [Map, a]",
      "Template error: every Fn::FindInMap object requires three parameters, the map name, map key",
    ],
    [
      "!FindInMap [Map, a, b, {Default: c}]",
      "Template error: every Fn::FindInMap object requires three parameters",
    ],
    ["!ImportValue none", "No export named none found"],
    ["!If [Other, a, b]", "Template error: unresolved condition dependency Other in Fn::If"],
    ["!If [Held, a]", "Template error: Fn::If requires a list argument with three elements"],
    ["!Length x", "Template error: every Fn::Length object must have a list"],
    ["!ToJsonString x", "Template error: every Fn::ToJsonString object must have a map or a list"],
    [
      "!Cidr [10.0.0.0/16, 300, 8]",
      "Template error: every Fn::Cidr object requires three parameters",
    ],
    ["!Equals [a, a]", "Template error: Fn::Equals is for Conditions and Rules only"],
    ["!Transform {Name: AWS::Include}", "Template error: Fn::Transform is not supported"],
    ["{'Fn::ForEach::Each': [a, [b], {}]}", "Template error: Fn::ForEach::Each is not supported"],
    ["!Whatever x", "Template error: Fn::Whatever is not supported"],
    ["{Fn::Sub: a, b: c}", "Template error: Fn::Sub stands beside other members of an object"],
  ])("refuses %s", (yaml, message) => {
    expect(() => evaluate(valueIn(yaml), scope)).toThrow(message);
  });

  it("removes members whose value is none", () => {
    const members = { a: { Ref: "AWS::NoValue" }, b: { Ref: "Text" } };
    expect(evaluateMembers(members, scope)).toEqual({ b: "text" });
  });

  it("keeps text that functions make within bounds", () => {
    const grown = Array.from({ length: 12 }).reduce<Value>(
      (inner) => ({ "Fn::Sub": [`\${a}\${a}\${a}\${a}`, { a: inner }] }),
      "text",
    );
    const joined = { "Fn::Join": ["x".repeat(100_000), { "Fn::Split": [",", ",".repeat(1000)] }] };
    for (const value of [grown, joined]) {
      expect(() => evaluate(value, scope)).toThrow(
        "Template error: functions make more than 4194304 characters of text",
      );
    }
  });

  it("takes no longer than a text is long", () => {
    const text = "$".concat("{").repeat(400_000);
    expect(evaluate({ "Fn::Sub": text }, scope)).toBe(text);
  });

  it("throws nothing but TemplateError, whatever it is given", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        try {
          evaluate(value, scope);
          evaluate(value, { ...scope, unknown: "?" });
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is not known yet", () => {
  const known: Scope = { ...scope, unknown: "{{unknown}}" };

  it.each<[string, unknown]>([
    ["!Ref Missing", "{{unknown}}"],
    ["!GetAtt Missing.Arn", "{{unknown}}"],
    ["!GetAtt Bucket.None", "{{unknown}}"],
    [`!Sub 'a/\${Missing}/\${Text}'`, "a/{{unknown}}/text"],
    ["!Join ['/', [a, !Ref Missing]]", "a/{{unknown}}"],
    ["!Join ['/', !GetAtt Missing.List]", "{{unknown}}"],
    ["!Select [5, !Split [':', !GetAtt Missing.Arn]]", "{{unknown}}"],
    ["!Base64 {Ref: Missing}", "{{unknown}}"],
    ["!If [Held, !Ref Missing, b]", "{{unknown}}"],
    ["[!Ref Text, !Ref Missing]", ["text", "{{unknown}}"]],
  ])("%s", (yaml, expected) => {
    expect(evaluate(valueIn(yaml), known)).toEqual(expected);
  });

  it("hides no other mistake", () => {
    expect(() => evaluate(valueIn("!Select [2, [a]]"), known)).toThrow(TemplateError);
    expect(() => evaluate(valueIn("!ImportValue none"), known)).toThrow(TemplateError);
  });
});

const names = [
  "Ref",
  "Fn::GetAtt",
  "Fn::Join",
  "Fn::Split",
  "Fn::Select",
  "Fn::Sub",
  "Fn::FindInMap",
  "Fn::GetAZs",
  "Fn::ImportValue",
  "Fn::If",
  "Fn::Length",
  "Fn::ToJsonString",
  "Fn::Cidr",
  "Fn::Base64",
  "Fn::Equals",
  "Fn::Transform",
  "Fn::X",
  "plain",
];

const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("Text", "List", "Bucket", "Held", "Map", "AWS::Region", "AWS::NoValue", "0"),
    fc.constantFrom(`\${Text}`, `\${Bucket.Arn}`, `\${!x}`, `\${`, "10.0.0.0/8", "::/0", ""),
    fc.integer(),
    fc.boolean(),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 2 }),
    fc.tuple(fc.constantFrom(...names), tie("value")).map(([name, value]) => ({ [name]: value })),
  ),
}));
