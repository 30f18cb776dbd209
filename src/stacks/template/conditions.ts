import { evaluateCondition } from "./evaluate.ts";
import type { PseudoParameters } from "./pseudo-parameters.ts";
import { otherThanParameters } from "./references.ts";
import type { ParameterValues, Scope } from "./scope.ts";
import type { Template } from "./template.ts";
import { TemplateError } from "./template-error.ts";
import { unresolvedCondition } from "./unresolved.ts";
import { conditionIn, isList, isValues, type Value } from "./value.ts";

/**
 * Which conditions of a template hold.
 *
 * @throws TemplateError
 */
export function evaluateConditions(
  template: Template,
  parameters: ParameterValues,
  pseudo: PseudoParameters,
): ReadonlyMap<string, boolean> {
  const conditions = new Map<string, boolean>();
  const scope = scopeWithoutResources(template, parameters, pseudo, conditions);
  for (const [name, condition] of inOrder(template)) {
    conditions.set(name, evaluateCondition(condition, scope));
  }
  return conditions;
}

/** What conditions and rules are evaluated in: they are looked at before anything is created. */
export function scopeWithoutResources(
  { mappings }: Template,
  parameters: ParameterValues,
  pseudo: PseudoParameters,
  conditions: ReadonlyMap<string, boolean>,
): Scope {
  const none = () => undefined;
  return { parameters, pseudo, mappings, conditions, resource: none, imports: none };
}

/**
 * Checks that conditions refer to conditions and parameters that there are, and not to themselves.
 *
 * @throws TemplateError
 */
export function checkConditions(template: Template): void {
  for (const [, condition] of inOrder(template)) {
    const unresolved = otherThanParameters(condition, template);
    if (unresolved.length === 0) continue;
    throw new TemplateError(
      `Template format error: Unresolved dependencies [${unresolved.join(", ")}]. ` +
        "Cannot reference resources in the Conditions block of the template",
    );
  }
}

/** Each condition after those that it refers to. */
function inOrder({ conditions }: Template): Map<string, Value> {
  const ordered = new Map<string, Value>();
  const begun: string[] = [];
  const visit = (name: string) => {
    if (ordered.has(name)) return;
    const condition = conditions.get(name);
    if (condition === undefined) throw unresolvedCondition(name, "Conditions");
    if (begun.includes(name)) {
      const circle = begun.slice(begun.indexOf(name)).join(", ");
      throw new TemplateError(`Template error: Found circular condition dependency: [${circle}]`);
    }
    begun.push(name);
    for (const other of conditionsIn(condition)) visit(other);
    begun.pop();
    ordered.set(name, condition);
  };
  for (const name of conditions.keys()) visit(name);
  return ordered;
}

/** Names of the conditions that a condition refers to. */
function conditionsIn(value: Value): string[] {
  const name = conditionIn(value);
  if (name !== undefined) return [name];
  if (isList(value)) return value.flatMap(conditionsIn);
  return isValues(value) ? Object.values(value).flatMap(conditionsIn) : [];
}
