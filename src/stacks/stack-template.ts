import type { StackDefinition } from "./domain/stack.ts";
import type { PreparedFor } from "./engine/prepare.ts";
import {
  activeResources,
  evaluateConditions,
  expandedText,
  expandTemplate,
  type Known,
  parameterValues,
  parseTemplate,
  type Template,
} from "./template/index.ts";

/**
 * The template of a definition, with its loops gone through.
 *
 * @throws TemplateError
 */
export function definedTemplate(definition: StackDefinition, owner: PreparedFor): Template {
  const template = parseTemplate(definition.templateBody);
  return expandTemplate(template, knownOf(template, definition, owner));
}

/**
 * Logical ids of the resources that a definition has, with the parameters as they were looked up
 * when it was used.
 *
 * @throws TemplateError
 */
export function definedResources(
  definition: StackDefinition,
  owner: PreparedFor,
): ReadonlySet<string> {
  const template = definedTemplate(definition, owner);
  const { parameters, pseudo } = knownOf(template, definition, owner);
  return activeResources(template, evaluateConditions(template, parameters, pseudo));
}

/**
 * The text of that template: the one that was sent, where nothing had to be expanded.
 *
 * @throws TemplateError
 */
export function processedText(definition: StackDefinition, owner: PreparedFor): string {
  const { templateBody } = definition;
  const template = parseTemplate(templateBody);
  return expandedText(template, templateBody, knownOf(template, definition, owner));
}

function knownOf(
  template: Template,
  { parameters, notificationArns }: StackDefinition,
  { tenant, stackId, stackName }: PreparedFor,
): Known {
  return {
    parameters: parameterValues(template, parameters),
    pseudo: { tenant, stackId, stackName, notificationArns },
  };
}
