import { scopeWithoutResources } from "./conditions.ts";
import { evaluateCondition } from "./evaluate.ts";
import type { PseudoParameters } from "./pseudo-parameters.ts";
import type { ParameterValues } from "./scope.ts";
import type { Template } from "./template.ts";
import { TemplateError } from "./template-error.ts";

/**
 * Checks what the rules of a template demand of its parameters.
 *
 * @throws TemplateError in the words of the first assertion that does not hold
 */
export function checkRules(
  template: Template,
  parameters: ParameterValues,
  pseudo: PseudoParameters,
): void {
  const scope = scopeWithoutResources(template, parameters, pseudo, new Map());
  for (const [id, { condition, assertions }] of template.rules) {
    if (condition !== undefined && !evaluateCondition(condition, scope)) continue;
    const failed = assertions.find(({ assert }) => !evaluateCondition(assert, scope));
    if (!failed) continue;
    throw new TemplateError(failed.description ?? `Template error: the rule ${id} does not hold`, {
      check: `rule ${id} of the template`,
      expected: JSON.stringify(failed.assert),
      received: "parameters for which it does not hold",
      change: "Give other values to the parameters that the rule names.",
    });
  }
}
