import { checkCondition, checkValue } from "./check-values.ts";
import { checkConditions } from "./conditions.ts";
import { checkOrder, dependenciesAmong, type Following, resourcesIn } from "./dependencies.ts";
import { declaredTransforms, extensions, isExtended } from "./extensions/extended.ts";
import { otherThanParameters } from "./references.ts";
import type { Template } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import { unresolvedCondition } from "./unresolved.ts";

/**
 * Checks what can be known of a template before its parameters are: functions are well formed and
 * stand where they may, names lead somewhere, and nothing waits for itself. What is to be
 * expanded yet is not looked at.
 *
 * @throws TemplateError
 */
export function checkTemplate(template: Template): void {
  refuseTransforms(template);
  if (template.unexpanded) return;
  for (const check of checks) check(template);
}

/** The first one that fails is told. */
const checks: readonly ((template: Template) => void)[] = [
  refuseSignals,
  checkCounts,
  checkNames,
  checkFunctions,
  checkRuleFunctions,
  checkConditions,
  checkConditionNames,
  checkReferences,
];

/** Macros would write another template; running this one as it stands would be another stack. */
function refuseTransforms(template: Template): void {
  const names = declaredTransforms(template);
  if (names.length === 0 || isExtended(template.transform)) return;
  throw new TemplateError(`Template error: Transform ${names.join(", ")} is not supported`, {
    check: "Transform of the template",
    expected: `none, or ${extensions} alone`,
    received: names.join(", "),
    change: "Send the template that the transform would make, as `sam build` or `cdk synth` may.",
  });
}

/** A resource that should wait for signals would stand before its time. */
function refuseSignals({ resources }: Template): void {
  for (const [id, { creationPolicy, updatePolicy }] of resources) {
    if (creationPolicy === undefined && updatePolicy === undefined) continue;
    const name = creationPolicy === undefined ? "UpdatePolicy" : "CreationPolicy";
    throw new TemplateError(`Template error: ${name} of resource ${id} is not supported`, {
      check: `${name} of ${id}`,
      expected: "none",
      received: "one",
      change: `Take ${name} out; the resource is then made or changed at once.`,
    });
  }
}

/** AWS's quotas of one template; that of conditions is our own, for AWS names none. */
function checkCounts(template: Template): void {
  const counts: [string, number, number][] = [
    ["resources", template.resources.size, 500],
    ["parameters", template.parameters.size, 200],
    ["outputs", template.outputs.size, 200],
    ["mappings", template.mappings.size, 200],
    ["conditions", template.conditions.size, 1000],
  ];
  for (const [what, count, max] of counts) {
    if (count <= max) continue;
    throw new TemplateError(
      `Template format error: Number of ${what}, ${count}, is greater than maximum allowed, ${max}`,
    );
  }
}

/** `Ref` could not tell a parameter from a resource of the same name. */
function checkNames({ parameters, resources }: Template): void {
  const shared = [...parameters.keys()].filter((name) => resources.has(name));
  if (shared.length === 0) return;
  throw new TemplateError(
    `Template format error: Parameters and Resources share the names [${shared.join(", ")}]`,
  );
}

function checkFunctions(template: Template): void {
  for (const { properties } of template.resources.values()) checkValue(properties, template);
  for (const condition of template.conditions.values()) checkCondition(condition, template);
  for (const { value, exportName = "" } of template.outputs.values()) {
    checkValue([value, exportName], template);
  }
}

/** Rules know parameters only. */
function checkRuleFunctions(template: Template): void {
  for (const [id, { condition, assertions }] of template.rules) {
    const stated = assertions.map(({ assert }) => assert);
    for (const one of condition === undefined ? stated : [condition, ...stated]) {
      checkCondition(one, template);
      const unresolved = otherThanParameters(one, template);
      if (unresolved.length === 0) continue;
      const names = unresolved.join(", ");
      throw new TemplateError(
        `Template format error: Unresolved dependencies [${names}] in the rule ${id}`,
      );
    }
  }
}

function checkConditionNames({ conditions, resources, outputs }: Template): void {
  const check = (condition: string | undefined, block: "Resources" | "Outputs") => {
    if (condition === undefined || conditions.has(condition)) return;
    throw unresolvedCondition(condition, block);
  };
  for (const { condition } of resources.values()) check(condition, "Resources");
  for (const { condition } of outputs.values()) check(condition, "Outputs");
}

/**
 * Whatever conditions hold, names must be those of the template. A circle is certain only where no
 * `Fn::If` leads into it: which of its values is taken is not known here.
 */
function checkReferences(template: Template): void {
  const all: Following = { template, active: new Set(template.resources.keys()) };
  dependenciesAmong(all);
  for (const { value, exportName = "" } of template.outputs.values()) {
    resourcesIn([value, exportName], "Outputs", all);
  }
  checkOrder(dependenciesAmong({ ...all, conditions: new Map() }));
}
