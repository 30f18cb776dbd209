import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTemplate } from "../check.ts";
import { scopeWithoutResources } from "../conditions.ts";
import { evaluateMembers } from "../evaluate.ts";
import { parameterValues } from "../parameters.ts";
import { parseTemplate } from "../parse.ts";
import type { Template } from "../template.ts";
import { TemplateError } from "../template-error.ts";
import { expandedText, expandTemplate } from "./expand.ts";

const pseudo = {
  tenant: { account: "000000000000", region: "eu-central-1" },
  stackId: "arn:aws:cloudformation:eu-central-1:000000000000:stack/hello/1",
  stackName: "hello",
  notificationArns: [],
};

const head = `
Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: 'a,b'}
  Text: {Type: String, Default: Retain}
  Secret: {Type: CommaDelimitedList, Default: 'x,y', NoEcho: true}
Mappings:
  Map: {eu-central-1: {list: [p, q], text: Retain}, conditions: {a: Held}}
`;

/** With the default of each parameter. */
function knownOf(template: Template) {
  const values = [...template.parameters].map(([key, one]) => ({ key, value: one.default ?? "" }));
  return { parameters: parameterValues(template, values), pseudo };
}

function expanded(sections: string): Template {
  const template = parseTemplate(`${head}${sections}`);
  return expandTemplate(template, knownOf(template));
}

/** What the loop makes, and one resource beside it. */
function idsOf(loop: string): string[] {
  const { resources } = expanded(`Resources: {'Fn::ForEach::L': ${loop}, Last: {Type: T}}`);
  return [...resources.keys()];
}

/** The properties of what one turn makes. */
function madeOf(properties: string, item: string) {
  const body = `{'R&{X}z': {Type: T, Properties: ${properties}}}`;
  const template = expanded(`Resources: {'Fn::ForEach::L': [X, ['${item}'], ${body}]}`);
  checkTemplate(template);
  const [made] = template.resources.values();
  const { parameters } = knownOf(template);
  const scope = scopeWithoutResources(template, parameters, pseudo, new Map());
  return evaluateMembers(made?.properties ?? {}, scope);
}

describe("loops", () => {
  it.each([
    [`[X, [a, b], {'R\${X}': {Type: T}}]`, ["Ra", "Rb", "Last"]],
    [`[X, [b, a, 1, true], {'\${X}R': {Type: T}}]`, ["bR", "aR", "1R", "trueR", "Last"]],
    [`[X, [], {'R\${X}': {Type: T}}]`, ["Last"]],
    [
      `[X, !Ref Names, {'R\${X}': {Type: T}, 'S\${X}': {Type: T}}]`,
      ["Ra", "Sa", "Rb", "Sb", "Last"],
    ],
    [
      "[X, [!Ref Text, !Ref AWS::Region], {'R&{X}': {Type: T}}]",
      ["RRetain", "Reucentral1", "Last"],
    ],
    [`[X, !FindInMap [Map, !Ref AWS::Region, list], {'R\${X}': {Type: T}}]`, ["Rp", "Rq", "Last"]],
    [`[X, !FindInMap [None, a, b, {DefaultValue: [d]}], {'R\${X}': {Type: T}}]`, ["Rd", "Last"]],
    ["[X, [10.0.0.0/16, a-b], {'R&{X}': {Type: T}}]", ["R1000016", "Rab", "Last"]],
    ["[X, ['$&', '$1'], {'R&{X}x&{X}': {Type: T}}]", ["Rx", "R1x1", "Last"]],
    [`[X, [constructor, toString], {'\${X}': {Type: T}}]`, ["constructor", "toString", "Last"]],
    [
      `[X, [a, b], {'Fn::ForEach::M': [Y, [c, '\${X}'], {'R\${X}\${Y}': {Type: T}}]}]`,
      ["Rac", "Raa", "Rbc", "Rbb", "Last"],
    ],
  ])("make resources in their order: %s", (loop, ids) => {
    expect(idsOf(loop)).toEqual(ids);
  });

  it.each([
    ["{V: !Ref X}", "a-b", { V: "a-b" }],
    [`{V: 'is \${X}, &{X}, \${Y}, $X'}`, "a-b", { V: `is a-b, ab, \${Y}, $X` }],
    [`{V: !Sub '\${X} \${AWS::Region}'}`, "a", { V: "a eu-central-1" }],
    [`{V: !Sub ['\${X} \${Y}', {Y: !Ref X}]}`, "a", { V: "a a" }],
    [`{V: !Sub '\${!X} \${X}'}`, `\${Text}`, { V: `\${X} \${Text}` }],
    [`{'\${X}': {'&{X}y': [!Ref X]}}`, "a", { a: { ay: ["a"] } }],
    ["{V: {Fn::Length: !Ref Names}}", "a", { V: 2 }],
    ["{V: {Fn::ToJsonString: {a: !Ref X}}}", "a", { V: '{"a":"a"}' }],
    [`{V: !FindInMap [Map, !Sub '\${X}-1', text]}`, "eu-central", { V: "Retain" }],
    [`{V: {Ref: {Fn::Sub: 'Te\${X}'}}}`, "xt", { V: "Retain" }],
    [
      `{'Fn::ForEach::P': [Y, [b, c], {'\${X}\${Y}': !Ref Y}], Z: 1}`,
      "a",
      { ab: "b", ac: "c", Z: 1 },
    ],
    [`{V: {'Fn::ForEach::P': [Y, [!Ref X], {'\${Y}': '\${X}'}]}}`, "a", { V: { a: "a" } }],
    [`{V: {'\${X}': !Ref X}}`, "__proto__", { V: JSON.parse('{"__proto__":"__proto__"}') }],
  ])("put their item into %s: %s", (properties, item, values) => {
    expect(madeOf(properties, item)).toEqual(values);
  });

  it("make conditions and outputs, which refer to what others make", () => {
    const template = expanded(`
Conditions:
  Fn::ForEach::C: [X, !Ref Names, {'Is\${X}': !Equals [!Ref X, a]}]
Resources:
  Fn::ForEach::R:
    - X
    - !Ref Names
    - R\${X}: {Type: T, Condition: 'Is\${X}'}
      S\${X}: {Type: T, DependsOn: 'R\${X}', Properties: {V: !If ['Is\${X}', 1, 2]}}
Outputs:
  Fn::ForEach::O: [X, !Ref Names, {'O\${X}': {Value: !GetAtt [!Sub 'R\${X}', Arn]}}]
`);
    checkTemplate(template);
    expect([...template.conditions.keys()]).toEqual(["Isa", "Isb"]);
    expect(template.resources.get("Rb")?.condition).toBe("Isb");
    expect(template.resources.get("Sb")?.dependsOn).toEqual(["Rb"]);
    expect(template.outputs.get("Oa")?.value).toEqual({ "Fn::GetAtt": ["Ra", "Arn"] });
    expect(template.transform).toBe("AWS::LanguageExtensions");
  });

  it.each([
    ["[X, [a]]", "Fn::ForEach layout is incorrect"],
    [`[X, a, {'R\${X}': {Type: T}}]`, "Fn::ForEach layout is incorrect"],
    ["[X-Y, [a], {}]", "Fn::ForEach layout is incorrect"],
    ["[__proto__, [a], {}]", "Fn::ForEach layout is incorrect"],
    ["[X, [a], [b]]", "Fn::ForEach layout is incorrect"],
    ["[X, [[a]], {}]", "Fn::ForEach layout is incorrect"],
    ["[X, !Ref Text, {}]", "Fn::ForEach layout is incorrect"],
    ["[X, !Split [',', 'a,b'], {}]", "Fn::ForEach layout is incorrect"],
    ["[X, !Ref None, {}]", "Unresolved resource dependencies [None] in the Resources block"],
    ["[X, !FindInMap [Map, a, b], {}]", "Template error: Unable to get mapping for Map::a::b"],
    ["[X, !Ref Secret, {}]", "the parameter Secret is NoEcho"],
    [`[X, [a-b], {'R\${X}': {Type: T}}]`, "OutputKey 'Ra-b' should be alphanumeric."],
    [`[X, [__proto__], {'\${X}': {Type: T}}]`, "OutputKey '__proto__' should be alphanumeric."],
    [`[X, [a, a], {'R\${X}': {Type: T}}]`, "Duplicate key 'Ra'"],
    ["[X, [a.b, ab], {'R&{X}': {Type: T}}]", "Duplicate key 'Rab'"],
    ["[X, [a, b], {R: {Type: T}}]", "Duplicate key 'R'"],
    [`[X, [Last], {'\${X}': {Type: T}}]`, "Duplicate key 'Last'"],
    [`[X, [A], {'\${X}': {Type: T}, A: {Type: T}}]`, "Duplicate key 'A'"],
    ["[Names, [a], {}]", "Fn::ForEach::L has the variable Names, which is something else, too"],
    [
      "[X, [a], {'Fn::ForEach::M': [X, [b], {}]}]",
      "Fn::ForEach::M has the variable X, which is something else, too",
    ],
  ])("are refused: %s", (loop, message) => {
    expect(() => idsOf(loop)).toThrow(message);
  });

  it("are nested six levels deep, and no deeper", () => {
    const nested = (levels: number): string =>
      levels === 0
        ? "R: {Type: T}"
        : `'Fn::ForEach::L${levels}': [X${levels}, [a], {${nested(levels - 1)}}]`;
    expect([...expanded(`Resources: {${nested(6)}}`).resources.keys()]).toEqual(["R"]);
    expect(() => expanded(`Resources: {${nested(7)}}`)).toThrow(
      "Fn::ForEach::L1 is nested in more than 5 loops",
    );
  });
});

describe("attributes of resources", () => {
  const attributesOf = (attributes: string) =>
    expanded(`
Conditions: {Held: !Equals [a, a]}
Resources: {'Fn::ForEach::L': [X, [a], {'R\${X}': {Type: T, ${attributes}}}]}
`).resources.get("Ra");

  it.each([
    ["DeletionPolicy: !Ref Text", { deletionPolicy: "Retain" }],
    [
      "UpdateReplacePolicy: !FindInMap [Map, !Ref AWS::Region, text]",
      { updateReplacePolicy: "Retain" },
    ],
    ["Condition: !FindInMap [Map, conditions, !Ref X]", { condition: "Held" }],
    [
      "Condition: !FindInMap [Map, conditions, b, {DefaultValue: !Ref AWS::NoValue}]",
      { condition: undefined },
    ],
  ])("may be functions: %s", (attributes, values) => {
    expect(attributesOf(attributes)).toMatchObject(values);
  });

  it.each([
    ["DeletionPolicy: !Ref Names", "Every DeletionPolicy member must be a string."],
    ["DeletionPolicy: !Ref X", 'Unrecognized DeletionPolicy "a"'],
    ["DeletionPolicy: !GetAtt Ra.Arn", "references undefined resource Ra"],
    ["DeletionPolicy: !Ref Secret", "the parameter Secret is NoEcho"],
  ])("are refused: %s", (attributes, message) => {
    expect(() => attributesOf(attributes)).toThrow(message);
  });
});

it("tells the text of an expanded template, and leaves any other as it was written", () => {
  const loops = `Transform: [AWS::LanguageExtensions]
Resources: {'Fn::ForEach::L': [X, [b, a], {'R\${X}': {Type: T, DeletionPolicy: Retain}}]}`;
  const textOf = (text: string) => {
    const template = parseTemplate(text);
    return expandedText(template, text, knownOf(template));
  };
  expect(textOf(loops)).toBe(
    '{"Resources":{"Rb":{"Type":"T","DeletionPolicy":"Retain"},' +
      '"Ra":{"Type":"T","DeletionPolicy":"Retain"}}}',
  );
  const plain = "Resources: {R: {Type: T}} # as it is";
  expect(textOf(plain)).toBe(plain);
  const template = parseTemplate(plain);
  expect(expandTemplate(template, knownOf(template))).toBe(template);
});

it("sees types before the values of parameters are known, and checks nothing more", () => {
  const template = parseTemplate(`${head}
Resources:
  Fn::ForEach::L: [X, !Ref Names, {'R\${X}': {Type: T, Properties: {V: !Ref None}}}]
  Other: {Type: U, DeletionPolicy: !Ref Text}
`);
  expect([...template.resources].map(([id, { type }]) => [id, type])).toEqual([
    [`R\${X}`, "T"],
    ["Other", "U"],
  ]);
  expect(() => checkTemplate(template)).not.toThrow();
  expect(() => checkTemplate(expandTemplate(template, knownOf(template)))).toThrow("[None]");
});

describe("attacks", () => {
  const list = (count: number) => `[${Array.from({ length: count }, (_, at) => `i${at}`).join()}]`;
  const nested = (levels: number, items: string, body: string): string =>
    levels === 0
      ? body
      : `'Fn::ForEach::L${levels}': [X${levels}, ${items}, {${nested(levels - 1, items, body)}}]`;

  const names = `'\${X1}\${X2}\${X3}\${X4}\${X5}\${X6}': 1`;
  const texts = `\${X}`.repeat(5000);
  const longItem = `'Fn::ForEach::L': [X, [${"i".repeat(100_000)}], {'\${X}': {V: '${texts}'}}]`;

  it.each([
    ["loops that make nothing", nested(6, list(100), "")],
    ["loops that make the same again and again", nested(4, list(60), "R: {Type: T}")],
    ["a long item in many places", longItem],
    ["properties of properties", `R: {Type: T, Properties: {${nested(6, list(20), names)}}}`],
  ])("are cut off: %s", (_, resources) => {
    expect(() => expanded(`Resources: {${resources}}`)).toThrow(TemplateError);
  });

  it("are counted, as resources without loops are", () => {
    const template = expanded(
      `Resources: {'Fn::ForEach::L': [X, ${list(10_000)}, {'\${X}': {Type: T}}]}`,
    );
    expect(() => checkTemplate(template)).toThrow(
      "Number of resources, 10000, is greater than maximum allowed, 500",
    );
  });

  it("end with a template of a bounded size, or with its refusal", () => {
    const text = fc.constantFrom(
      "a",
      "b-c",
      `\${X}`,
      "&{Y}",
      "Fn::ForEach::L",
      "Ref",
      "X",
      "Names",
      "__proto__",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, text, fc.array(tie("value"), { maxLength: 4 }), tie("loop")),
      loop: fc
        .tuple(fc.constantFrom("X", "Y"), fc.array(text), fc.dictionary(text, tie("value")))
        .map((parts) => ({ "Fn::ForEach::L": parts })),
    }));
    fc.assert(
      fc.property(value, (properties) => {
        const body = JSON.stringify({
          Transform: "AWS::LanguageExtensions",
          Resources: { R: { Type: "T", Properties: { properties } } },
        });
        try {
          const template = parseTemplate(body);
          const made = expandedText(template, body, knownOf(template));
          expect(made.length).toBeLessThanOrEqual(1_048_576);
          expect(made).not.toContain('"Fn::ForEach::L":');
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
        }
      }),
    );
  });
});
