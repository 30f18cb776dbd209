import type { Reason } from "../../../foundation/reason.ts";
import type { Template } from "../template.ts";
import { TemplateError } from "../template-error.ts";
import { isList, textOf, type Value } from "../value.ts";

/** The one transform that is served: loops, and functions where otherwise only text may stand. */
export const extensions = "AWS::LanguageExtensions";

/** Whether a template asks for the language extensions, and for nothing else. */
export function isExtended(transform: Value | undefined): boolean {
  const [name, ...others] = isList(transform) ? transform : [transform];
  return name === extensions && others.length === 0;
}

/** Names of the transforms that a template asks for. */
export function declaredTransforms({ transform }: Template): string[] {
  if (transform === undefined) return [];
  const all = isList(transform) ? transform : [transform];
  return all.map((one) => textOf(one) ?? "Fn::Transform");
}

/** What keeps a template from being expanded, in AWS's words. */
export function expansionFailure(words: string, reason?: Reason): TemplateError {
  return new TemplateError(`Transform ${extensions} failed with: ${words}`, reason);
}
