import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependenciesOf } from "./dependencies.ts";
import { parseTemplate } from "./parse.ts";
import type { Template } from "./template.ts";

function templateOf(resources: Record<string, object>, rest: object = {}): Template {
  return parseTemplate(JSON.stringify({ ...rest, Resources: resources }));
}

function listed(
  template: Template,
  conditions: Record<string, boolean> = {},
): Record<string, string[]> {
  const dependencies = dependenciesOf(template, new Map(Object.entries(conditions)));
  return Object.fromEntries([...dependencies].map(([id, others]) => [id, [...others]]));
}

function unresolved(names: string, block = "Resources"): string {
  const what = `Unresolved resource dependencies [${names}]`;
  return `Template format error: ${what} in the ${block} block of the template`;
}

const plain = { Type: "AWS::SSM::Parameter" };
const having = (value: unknown) => ({ ...plain, Properties: { Value: value } });

describe("dependenciesOf", () => {
  it("finds them in Ref, Fn::GetAtt, Fn::Sub and DependsOn", () => {
    const template = templateOf(
      {
        A: having([{ Ref: "B" }, { Ref: "AWS::Region" }, { Ref: "P" }]),
        B: having({ "Fn::Join": ["", ["x", { "Fn::GetAtt": ["C", "Some.Arn"] }]] }),
        C: having({
          "Fn::Sub": [`\${D.Arn} \${E} \${own} \${!A} \${AWS::Region} \${P}`, { own: "x" }],
        }),
        D: { ...plain, DependsOn: ["E", "F"] },
        E: { ...plain, DependsOn: "F" },
        F: plain,
      },
      { Parameters: { P: { Type: "String" } } },
    );
    expect(listed(template)).toEqual({
      A: ["B"],
      B: ["C"],
      C: ["D", "E"],
      D: ["E", "F"],
      E: ["F"],
      F: [],
    });
  });

  it("leaves out what no condition takes", () => {
    const template = templateOf(
      {
        A: { ...having({ "Fn::If": ["Yes", { Ref: "B" }, { Ref: "C" }] }), DependsOn: "C" },
        B: plain,
        C: { ...plain, Condition: "No" },
      },
      { Conditions: { Yes: { "Fn::Equals": ["a", "a"] }, No: { "Fn::Equals": ["a", "b"] } } },
    );
    expect(listed(template, { Yes: true, No: false })).toEqual({ A: ["B"], B: [] });
  });

  it.each([
    ["a Ref to what is not there", { A: having({ Ref: "X" }) }, unresolved("X")],
    [
      "a DependsOn on what is not there",
      { A: { ...plain, DependsOn: ["X", "Y"] } },
      unresolved("X, Y"),
    ],
    ["a Fn::Sub of what is not there", { A: having({ "Fn::Sub": `\${X}` }) }, unresolved("X")],
    [
      "a Fn::GetAtt of what is not there",
      { A: having({ "Fn::GetAtt": ["X", "Arn"] }) },
      "Template error: instance of Fn::GetAtt references undefined resource X",
    ],
    [
      "a resource whose condition does not hold",
      { A: having({ Ref: "B" }), B: { ...plain, Condition: "No" } },
      unresolved("B"),
    ],
    [
      "a resource that needs itself",
      { A: having({ Ref: "A" }) },
      "Circular dependency between resources: [A]",
    ],
    [
      "a circle, without what leads to it and away from it",
      {
        A: having({ Ref: "B" }),
        B: having({ Ref: "C" }),
        C: having([{ Ref: "B" }, { Ref: "D" }]),
        D: plain,
      },
      "Circular dependency between resources: [B, C]",
    ],
  ])("refuses %s", (_, resources, message) => {
    expect(() => listed(templateOf(resources), { No: false })).toThrow(message);
  });

  it("refuses outputs of what is not there", () => {
    const outputs = { Outputs: { O: { Value: { Ref: "X" } } } };
    expect(() => listed(templateOf({ A: plain }, outputs))).toThrow(unresolved("X", "Outputs"));
  });

  it("puts every resource after those that it needs, in any template without circles", () => {
    const edges = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 100 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const ids = Array.from({ length: 30 }, (_, index) => `R${index}`);
        const resources = Object.fromEntries(
          ids.map((id, index) => [
            id,
            having(
              pairs
                .filter(([from, to]) => Math.max(from, to) === index && from !== to)
                .map(([from, to]) => ({ Ref: `R${Math.min(from, to)}` })),
            ),
          ]),
        );
        for (const [id, others] of dependenciesOf(templateOf(resources), new Map())) {
          for (const other of others) expect(ids.indexOf(other)).toBeLessThan(ids.indexOf(id));
        }
      }),
    );
  });
});
