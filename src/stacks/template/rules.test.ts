import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse.ts";
import { checkRules } from "./rules.ts";

const pseudo = {
  tenant: { account: "000000000000", region: "eu-central-1" },
  stackId: "id",
  stackName: "hello",
  notificationArns: [],
};
const parameters = new Map<string, string | readonly string[]>([
  ["Version", "21"],
  ["List", ["a", "b"]],
]);

function checked(rule: string): void {
  const text = `Rules: {Rule: ${rule}}\nResources: {R: {Type: T}}`;
  checkRules(parseTemplate(text), parameters, pseudo);
}

const assertion = (assert: string) =>
  `{Assertions: [{Assert: ${assert}, AssertDescription: denied}]}`;

describe("checkRules", () => {
  it.each([
    "!Not [!Contains [['1', '2', '3'], !Ref Version]]",
    "!Contains [!Ref List, b]",
    "{Fn::EachMemberIn: [!Ref List, [a, b, c]]}",
    "{Fn::EachMemberEquals: [[x, x], x]}",
    "!Equals [!Ref AWS::Region, eu-central-1]",
    "!And [!Contains [[a], a], !Or [!Equals [a, b], !Equals [a, a]]]",
  ])("lets %s pass", (assert) => {
    expect(() => checked(assertion(assert))).not.toThrow();
  });

  it.each([
    "!Contains [['1', '2', '3'], !Ref Version]",
    "{Fn::EachMemberIn: [!Ref List, [a]]}",
    "{Fn::EachMemberEquals: [!Ref List, a]}",
  ])("refuses %s in the words of the rule", (assert) => {
    expect(() => checked(assertion(assert))).toThrow(/^denied$/);
  });

  it("names a rule that has no words of its own", () => {
    expect(() => checked("{Assertions: [{Assert: !Equals [a, b]}]}")).toThrow(
      "Template error: the rule Rule does not hold",
    );
  });

  it("looks at a rule only where its condition holds", () => {
    const failing = "Assertions: [{Assert: !Equals [a, b]}]";
    expect(() => checked(`{RuleCondition: !Equals [a, b], ${failing}}`)).not.toThrow();
    expect(() => checked(`{RuleCondition: !Equals [a, a], ${failing}}`)).toThrow();
  });

  it.each([
    ["!Contains [a, b]", "Template error: every Fn::Contains object requires a list of strings"],
    [
      "{Fn::EachMemberIn: [[a], a]}",
      "Template error: every Fn::EachMemberIn object requires two lists",
    ],
    [
      "{Fn::EachMemberEquals: [a, a]}",
      "Template error: every Fn::EachMemberEquals object requires a list",
    ],
    ["!Equals [!Ref R, a]", "Unresolved resource dependencies [R]"],
  ])("refuses %s", (assert, message) => {
    expect(() => checked(assertion(assert))).toThrow(message);
  });
});
