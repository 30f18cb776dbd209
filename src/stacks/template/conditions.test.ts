import { describe, expect, it } from "vitest";
import { checkConditions, evaluateConditions } from "./conditions.ts";
import { parseTemplate } from "./parse.ts";

const pseudo = {
  tenant: { account: "000000000000", region: "eu-central-1" },
  stackId: "id",
  stackName: "hello",
  notificationArns: [],
};

function templateOf(conditions: string) {
  return parseTemplate(`
Parameters: {Text: {Type: String}, List: {Type: CommaDelimitedList}}
Mappings: {Map: {a: {b: text}}}
Conditions: ${conditions}
Resources: {R: {Type: T}}
`);
}

function evaluated(conditions: string) {
  const parameters = new Map<string, string | readonly string[]>([
    ["Text", "text"],
    ["List", [""]],
  ]);
  return Object.fromEntries(evaluateConditions(templateOf(conditions), parameters, pseudo));
}

describe("evaluateConditions", () => {
  it.each([
    ["!Equals [a, a]", true],
    ["!Equals [a, A]", false],
    ["!Equals [true, 'true']", true],
    ["!Equals [1, '1']", true],
    ["!Equals [!Ref Text, text]", true],
    ["!Equals [!Ref AWS::Region, eu-central-1]", true],
    ["!Equals [!Ref List, ['']]", true],
    ["!Equals ['', !Join ['', !Ref List]]", true],
    ["!Equals [!FindInMap [Map, a, b], text]", true],
    ["!Equals [!Ref AWS::NoValue, '']", false],
    ["!Not [!Equals [a, a]]", false],
    ["!And [!Equals [a, a], !Equals [a, b]]", false],
    ["!And [!Equals [a, a], !Equals [b, b], !Not [!Equals [a, b]]]", true],
    ["!Or [!Equals [a, b], !Equals [b, b]]", true],
    ["!Or [!Equals [a, b], !Equals [b, c]]", false],
    ["!Not [Condition: Other]", false],
    ["!Or [!Condition Other, !Equals [a, b]]", true],
    ["{Condition: Other}", true],
  ])("%s is %j", (condition, expected) => {
    // The other condition comes later: order is no matter.
    expect(evaluated(`{Tried: ${condition}, Other: !Equals [a, a]}`)).toEqual({
      Other: true,
      Tried: expected,
    });
  });

  it.each([
    [
      "!Equals [a]",
      "Template error: every Fn::Equals object requires a list of 2 string parameters.",
    ],
    [
      "!Not [!Equals [a, a], !Equals [a, a]]",
      "Template error: every Fn::Not object requires one boolean parameter.",
    ],
    [
      "!And [!Equals [a, a]]",
      "Template error: every Fn::And object requires a list of at least 2 and at most 10",
    ],
    ["!Or x", "Template error: every Fn::Or object requires a list of at least 2 and at most 10"],
    ["!Not [a]", "Template format error: Conditions can only be boolean operations"],
    ["!Ref Text", "Template format error: Conditions can only be boolean operations"],
    [
      "!Condition None",
      "Template format error: Unresolved condition dependency None in the Conditions",
    ],
    ["!Condition Tried", "Template error: Found circular condition dependency: [Tried]"],
    [
      "!Not [!Condition Second], Second: !Not [!Condition Tried]",
      "Template error: Found circular condition dependency: [Tried, Second]",
    ],
    ["!Equals [!Ref R, a]", "Unresolved resource dependencies [R]"],
  ])("refuses %s", (condition, message) => {
    expect(() => evaluated(`{Tried: ${condition}}`)).toThrow(message);
  });
});

describe("checkConditions", () => {
  it("refuses references to resources", () => {
    expect(() => checkConditions(templateOf(`{C: !Equals [!Ref R, !Sub '\${X.Arn}']}`))).toThrow(
      "Template format error: Unresolved dependencies [R, X]. Cannot reference resources",
    );
  });
});
