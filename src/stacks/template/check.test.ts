import { describe, expect, it } from "vitest";
import { checkTemplate } from "./check.ts";
import { parseTemplate } from "./parse.ts";

/** Other sections, and what a resource is made of. */
function checked(value: string, sections = ""): void {
  checkTemplate(
    parseTemplate(`
Parameters: {Text: {Type: String}}
Mappings: {Map: {a: {b: c}}}
${sections}
Resources:
  R: {Type: T, Properties: {Value: ${value}}}
  Other: {Type: T}
`),
  );
}

const many = (count: number, member: string) =>
  Array.from({ length: count }, (_, index) => `N${index}: ${member}`).join(", ");

describe("checkTemplate", () => {
  it.each([
    ["!If [Held, !Ref Other, !GetAtt Other.Arn]", "Conditions: {Held: !Equals [!Ref Text, a]}"],
    [`!Sub ['\${own} \${Text} \${Other.Arn} \${AWS::Region}', {own: !Ref Other}]`, ""],
    ["!FindInMap [Map, !Ref AWS::Region, b]", ""],
    ["!FindInMap [Map, !FindInMap [Map, a, b], !Ref Text]", ""],
    [`!ImportValue {Fn::Sub: '\${Text}-export'}`, ""],
    ["{Condition: {StringEquals: {a: b}}, Ref: a}", ""],
    ["{Condition: None}", ""],
    ["'{{resolve:ssm:/name:1}}'", ""],
    ["a", `Outputs: {O: {Value: !GetAtt Other.Arn, Export: {Name: !Sub '\${AWS::StackName}-o'}}}`],
    ["a", "Rules: {A: {Assertions: [{Assert: !Contains [[a], !Ref Text]}]}}"],
  ])("lets %s pass, with %s", (value, sections) => {
    expect(() => checked(value, sections)).not.toThrow();
  });

  it.each([
    [
      "!Ref None",
      "Template format error: Unresolved resource dependencies [None] in the Resources block",
    ],
    ["!Ref AWS::None", "Unresolved resource dependencies [AWS::None] in the Resources block"],
    [`!Sub '\${None}'`, "Unresolved resource dependencies [None] in the Resources block"],
    [
      "!GetAtt None.Arn",
      "Template error: instance of Fn::GetAtt references undefined resource None",
    ],
    [
      "!GetAtt Text.Arn",
      "Template error: instance of Fn::GetAtt references undefined resource Text",
    ],
    ["!Ref R", "Circular dependency between resources: [R]"],
    ["!If [None, a, b]", "Template error: unresolved condition dependency None in Fn::If"],
    [
      "!FindInMap [None, a, b]",
      "Template error: Mapping named 'None' is not present in the 'Mappings' section of template.",
    ],
    [
      "!ImportValue {Ref: Other}",
      "Template error: the attribute in Fn::ImportValue must not depend on any resources",
    ],
    [
      "!ImportValue {Fn::GetAtt: Other.Arn}",
      "Template error: the attribute in Fn::ImportValue must not depend on any resources",
    ],
    [
      `!ImportValue {Fn::Sub: '\${Other.Arn}'}`,
      "Template error: the attribute in Fn::ImportValue must not depend on any resources",
    ],
    [
      "!FindInMap [None, a, b, {DefaultValue: c}]",
      "DefaultValue of Fn::FindInMap is not supported",
    ],
    ["!FindInMap [Map, !Sub a, b]", "Fn::Sub in Fn::FindInMap is not supported"],
    ["{Fn::Length: [a]}", "Template error: Fn::Length is not supported"],
    ["{Fn::ToJsonString: {a: b}}", "Template error: Fn::ToJsonString is not supported"],
    [`{'Fn::ForEach::L': [X, [a], {'\${X}': a}]}`, "Fn::ForEach::L is not supported"],
    ["!Join [',']", "Template error: every Fn::Join object requires two parameters"],
    ["[{a: !Select [0]}]", "Template error: Fn::Select requires a list argument"],
    ["!Equals [a, a]", "Template error: Fn::Equals is for Conditions and Rules only"],
    ["!RefAll AWS::EC2::VPC::Id", "Template error: Fn::RefAll is not supported"],
    ["{Fn::Transform: {Name: AWS::Include}}", "Template error: Fn::Transform is not supported"],
    [
      "{Fn::Join: ['', []], a: b}",
      "Template error: Fn::Join stands beside other members of an object",
    ],
    [
      "'{{resolve:secretsmanager:a}}'",
      "Dynamic reference {{resolve:secretsmanager:a}} is not supported",
    ],
  ])("refuses %s", (value, message) => {
    expect(() => checked(value)).toThrow(message);
  });

  it.each([
    [
      "Transform: AWS::Serverless-2016-10-31",
      "Template error: Transform AWS::Serverless-2016-10-31 is not supported",
    ],
    [
      "Transform: [AWS::LanguageExtensions, Mine]",
      "Template error: Transform AWS::LanguageExtensions, Mine is not supported",
    ],
    ["Transform: {Name: AWS::Include}", "Template error: Transform Fn::Transform is not supported"],
    [
      "Outputs: {O: {Value: !Ref None}}",
      "Unresolved resource dependencies [None] in the Outputs block of the template",
    ],
    [
      "Outputs: {O: {Value: a, Condition: None}}",
      "Template format error: Unresolved condition dependency None in the Outputs block",
    ],
    [
      "Conditions: {C: !Not [!Condition C]}",
      "Template error: Found circular condition dependency: [C]",
    ],
    [
      "Conditions: {C: !Equals [!Ref R, a]}",
      "Template format error: Unresolved dependencies [R]. Cannot reference resources",
    ],
    ["Conditions: {C: !Foo a}", "Template error: Fn::Foo is not supported"],
    [
      "Rules: {A: {Assertions: [{Assert: !Equals [!Ref R, a]}]}}",
      "Template format error: Unresolved dependencies [R] in the rule A",
    ],
    [
      "Rules: {A: {Assertions: [{Assert: !ValueOf [Text, a]}]}}",
      "Template error: Fn::ValueOf is not supported",
    ],
  ])("refuses %s", (sections, message) => {
    expect(() => checked("a", sections)).toThrow(message);
  });

  it.each([
    ["Resources", "{Type: T}", 500],
    ["Outputs", "{Value: a}", 200],
    ["Parameters", "{Type: String}", 200],
    ["Mappings", "{}", 200],
    ["Conditions", "{Fn::Equals: [a, a]}", 1000],
  ])("counts %s", (section, member, max) => {
    const resources = section === "Resources" ? "" : "Resources: {R: {Type: T}}";
    const counted = `${section}: {${many(max + 1, member)}}\n${resources}`;
    expect(() => checkTemplate(parseTemplate(counted))).toThrow(
      `Number of ${section.toLowerCase()}, ${max + 1}, is greater than maximum allowed, ${max}`,
    );
  });

  it.each(["CreationPolicy", "UpdatePolicy"])("refuses a %s", (name) => {
    const template = parseTemplate(`Resources: {R: {Type: T, ${name}: {a: b}}}`);
    expect(() => checkTemplate(template)).toThrow(
      `Template error: ${name} of resource R is not supported`,
    );
  });

  it("refuses a resource that is called like a parameter", () => {
    const template = parseTemplate("Parameters: {R: {Type: String}}\nResources: {R: {Type: T}}");
    expect(() => checkTemplate(template)).toThrow(
      "Template format error: Parameters and Resources share the names [R]",
    );
  });

  it("refuses the condition of a resource that there is not", () => {
    const template = parseTemplate("Resources: {R: {Type: T, Condition: None}}");
    expect(() => checkTemplate(template)).toThrow(
      "Template format error: Unresolved condition dependency None in the Resources block",
    );
  });

  it("leaves circles that only conditions close to when those are known", () => {
    const template = parseTemplate(`
Conditions: {C: !Equals [a, b]}
Resources:
  A: {Type: T, Properties: {Value: !If [C, !Ref B, x]}}
  B: {Type: T, Properties: {Value: !If [C, x, !Ref A]}}
`);
    expect(() => checkTemplate(template)).not.toThrow();
  });
});
