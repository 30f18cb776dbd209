import { scopeWithoutResources } from "../conditions.ts";
import { evaluate } from "../evaluate.ts";
import { templateFrom } from "../parse.ts";
import type { PseudoParameters } from "../pseudo-parameters.ts";
import type { ParameterValues } from "../scope.ts";
import type { Template } from "../template.ts";
import { callOf, isValues, type Value, type Values } from "../value.ts";
import { Expansion } from "./expansion.ts";
import { expansionFailure } from "./extended.ts";

/** What a template is expanded with. */
export interface Known {
  readonly parameters: ParameterValues;
  readonly pseudo: PseudoParameters;
}

/** As much as a template may have that is not expanded. */
const bytesMax = 1_048_576;

/**
 * Goes through the loops of a template, and evaluates the functions that stand where otherwise
 * only text may. One without language extensions stays as it is.
 *
 * @throws TemplateError
 */
export function expandTemplate(template: Template, known: Known): Template {
  if (!template.unexpanded) return template;
  const { transform } = template;
  return { ...templateFrom(expandedMembers(template, template.unexpanded, known)), transform };
}

/**
 * The text of a template with its loops gone through.
 *
 * @param text as it was written, which is the answer where there is nothing to expand
 * @throws TemplateError
 */
export function expandedText(template: Template, text: string, known: Known): string {
  const { unexpanded } = template;
  return unexpanded ? JSON.stringify(expandedMembers(template, unexpanded, known)) : text;
}

function expandedMembers(template: Template, members: Values, known: Known): Values {
  const scope = scopeWithoutResources(template, known.parameters, known.pseudo, new Map());
  const expansion = new Expansion(template, (value) => evaluate(value, scope));
  const expanded = Object.entries(members)
    .filter(([name]) => name !== "Transform")
    .map(([name, member]): [string, Value] => {
      if (!loopSections.includes(name) || !isValues(member)) return [name, member];
      const section = expansion.section(member);
      return [name, name === "Resources" ? withAttributes(section, expansion) : section];
    });
  const whole = Object.fromEntries(expanded);
  if (Buffer.byteLength(JSON.stringify(whole)) <= bytesMax) return whole;
  throw expansionFailure(`Template may not exceed ${bytesMax} bytes in size.`);
}

const loopSections = ["Conditions", "Resources", "Outputs"];

/** Of a resource: what is text once the template is expanded, and may be a function before. */
const attributes = ["Condition", "DeletionPolicy", "UpdateReplacePolicy"];

function withAttributes(resources: Values, expansion: Expansion): Values {
  const expanded = Object.entries(resources).map(([id, resource]): [string, Value] => {
    if (!isValues(resource)) return [id, resource];
    const members = Object.entries(resource).flatMap(([name, member]): [string, Value][] => {
      const isCalled = attributes.includes(name) && callOf(member) !== undefined;
      const value = isCalled ? expansion.known(member) : member;
      return value === undefined ? [] : [[name, value]];
    });
    return [id, Object.fromEntries(members)];
  });
  return Object.fromEntries(expanded);
}
