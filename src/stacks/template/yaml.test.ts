import { describe, expect, it } from "vitest";
import { readYaml } from "./yaml.ts";

describe("readYaml", () => {
  it.each([
    ["!Ref Name", { Ref: "Name" }],
    ["!Ref 1", { Ref: "1" }],
    ["!Condition Name", { Condition: "Name" }],
    ["!GetAtt A.B.C", { "Fn::GetAtt": ["A", "B.C"] }],
    ["!GetAtt [A, B.C]", { "Fn::GetAtt": ["A", "B.C"] }],
    ["!GetAZs ''", { "Fn::GetAZs": "" }],
    [`!Sub 'x \${A}'`, { "Fn::Sub": `x \${A}` }],
    [`!Sub ['\${a}', {a: !Ref B}]`, { "Fn::Sub": [`\${a}`, { a: { Ref: "B" } }] }],
    [
      "!If [C, !Ref A, !Ref 'AWS::NoValue']",
      { "Fn::If": ["C", { Ref: "A" }, { Ref: "AWS::NoValue" }] },
    ],
    ["!Select [1, !Split [',', x]]", { "Fn::Select": [1, { "Fn::Split": [",", "x"] }] }],
    ["{Fn::Join: ['', [a]]}", { "Fn::Join": ["", ["a"]] }],
    ["&anchor x", "x"],
    ["!!str 1", "1"],
  ])("reads %s", (yaml, value) => {
    expect(readYaml(yaml)).toEqual(value);
  });

  it.each<[string, unknown]>([
    ["1", 1],
    ["-1.5", -1.5],
    ["2.0", "2.0"],
    ["1e3", 1000],
    ["012345678901", "012345678901"],
    ["12345678901234567890", "12345678901234567890"],
    ["yes", true],
    ["Off", false],
    ["'true'", "true"],
    ["2012-10-17", "2012-10-17"],
    ["12:30", "12:30"],
    ["0x10", "0x10"],
    ["=", "="],
    ["1e999", "1e999"],
  ])("takes the scalar %s as %j", (yaml, value) => {
    expect(readYaml(yaml)).toEqual(value);
  });

  it("keeps the order of members, and takes them all as names", () => {
    const value = readYaml("b: 1\na: 2\n<<: 3\n__proto__: 4\n2012-10-17: 5");
    expect(Object.entries(value ?? {})).toEqual([
      ["b", 1],
      ["a", 2],
      ["<<", 3],
      ["__proto__", 4],
      ["2012-10-17", 5],
    ]);
  });
});
