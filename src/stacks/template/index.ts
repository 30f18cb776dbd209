export { checkTemplate } from "./check.ts";
export { evaluateConditions } from "./conditions.ts";
export { activeResources, type Dependencies, dependenciesOf } from "./dependencies.ts";
export { type ParameterLookup, resolveDynamicReferences } from "./dynamic-references.ts";
export { evaluate, evaluateMembers } from "./evaluate.ts";
export { expandedText, expandTemplate, type Known } from "./extensions/expand.ts";
export { declaredTransforms } from "./extensions/extended.ts";
export {
  type GivenParameter,
  parameterValues,
  type ResolvedParameter,
  resolveParameters,
} from "./parameters.ts";
export { parseTemplate } from "./parse.ts";
export { checkRules } from "./rules.ts";
export type { ResourceValues, Scope } from "./scope.ts";
export type { Template, TemplateParameter, TemplateResource } from "./template.ts";
export { TemplateError } from "./template-error.ts";
export type { Value, Values } from "./value.ts";
