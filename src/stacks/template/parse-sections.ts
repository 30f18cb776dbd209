import { optionalText, optionalValues, refuseUnknown, sectionOf } from "./members.ts";
import type { Template, TemplateOutput, TemplateRule } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import { isList, isValues, memberOf, type Value, type Values } from "./value.ts";

/** Reads the section `Mappings`. */
export function parseMappings(template: Values): Template["mappings"] {
  return new Map(
    sectionOf(template, "Mappings").map(([id, mapping]) => [
      id,
      new Map(Object.entries(mapping).map(([key, values]) => [key, mappedValues(values)])),
    ]),
  );
}

function mappedValues(values: Value): Values {
  if (!isValues(values)) {
    throw new TemplateError("Template format error: Every Mappings member must be a map.");
  }
  const isSound = (value: Value) =>
    isList(value) ? value.every((item) => typeof item !== "object") : !isValues(value);
  if (Object.values(values).every(isSound)) return values;
  throw new TemplateError(
    "Template format error: Every Mappings attribute must be a String or a List.",
  );
}

/** Reads the section `Conditions`. */
export function parseConditions(template: Values): Template["conditions"] {
  return new Map(sectionOf(template, "Conditions"));
}

/** Reads the section `Rules`. */
export function parseRules(template: Values): Template["rules"] {
  return new Map(sectionOf(template, "Rules").map(([id, members]) => [id, ruleOf(id, members)]));
}

function ruleOf(id: string, members: Values): TemplateRule {
  refuseUnknown(members, ["RuleCondition", "Assertions"], ([name]) => {
    return `Template format error: Invalid property '${name}' of the rule ${id}`;
  });
  const assertions = memberOf(members, "Assertions") ?? [];
  if (!isList(assertions)) {
    throw new TemplateError(`Template format error: Assertions of the rule ${id} must be a list.`);
  }
  return {
    condition: memberOf(members, "RuleCondition"),
    assertions: assertions.map((assertion) => assertionOf(id, assertion)),
  };
}

function assertionOf(id: string, assertion: Value): TemplateRule["assertions"][number] {
  const assert = isValues(assertion) ? memberOf(assertion, "Assert") : undefined;
  if (!isValues(assertion) || assert === undefined) {
    throw new TemplateError(
      `Template format error: Every assertion of the rule ${id} must contain an Assert member.`,
    );
  }
  return { assert, description: optionalText(assertion, "AssertDescription") };
}

/** Reads the section `Outputs`. */
export function parseOutputs(template: Values): Template["outputs"] {
  return new Map(sectionOf(template, "Outputs").map(([id, members]) => [id, outputOf(members)]));
}

function outputOf(members: Values): TemplateOutput {
  const value = memberOf(members, "Value");
  if (value === undefined) {
    throw new TemplateError(
      "Template format error: Every Outputs member must contain a Value object",
    );
  }
  const known = ["Value", "Description", "Condition", "Export"];
  refuseUnknown(members, known, ([name]) => `Invalid template output property '${name}'`);
  const exported = optionalValues(members, "Export");
  const exportName = exported && memberOf(exported, "Name");
  if (exported && exportName === undefined) {
    throw new TemplateError("Template format error: Every Export must contain a Name member.");
  }
  return {
    value,
    description: optionalText(members, "Description"),
    condition: optionalText(members, "Condition"),
    exportName,
  };
}
