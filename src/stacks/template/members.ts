import { refusedFunction } from "./functions/table.ts";
import { TemplateError } from "./template-error.ts";
import { isList, isValues, memberOf, textOf, type Values } from "./value.ts";

/** The members of a section such as `Resources`, each of which is made of members itself. */
export function sectionOf(members: Values, name: string): [string, Values][] {
  return Object.entries(optionalValues(members, name) ?? {}).map(([id, member]) => {
    if (id.startsWith("Fn::")) throw refusedFunction(id);
    refuseName(name, id);
    if (isValues(member)) return [id, member];
    throw new TemplateError(`Template format error: Any ${name} member must be an object.`);
  });
}

/** Logical ids are letters and digits, so that `${A.B}` and `A.B` can be told apart. */
function refuseName(section: string, id: string): void {
  if (/^[a-zA-Z0-9]{1,255}$/.test(id)) return;
  const kind = section === "Resources" ? "Resource" : section;
  throw new TemplateError(`Template format error: ${kind} name '${id}' is non alphanumeric.`);
}

/** A member that is made of members, if it is there. */
export function optionalValues(members: Values, name: string): Values | undefined {
  const member = memberOf(members, name);
  if (member === undefined || isValues(member)) return member;
  throw new TemplateError(`Template format error: ${name} must be an object.`);
}

/** A member that is text, if it is there; numbers and booleans are taken as written. */
export function optionalText(members: Values, name: string): string | undefined {
  const member = memberOf(members, name);
  if (member === undefined) return undefined;
  const text = textOf(member);
  if (text !== undefined) return text;
  throw new TemplateError(`Template format error: Every ${name} member must be a string.`);
}

/** A member that is a list of texts, if it is there. */
export function optionalTexts(members: Values, name: string): string[] | undefined {
  const member = memberOf(members, name);
  if (member === undefined) return undefined;
  const texts = isList(member) ? member.map(textOf) : [undefined];
  if (texts.every((text) => text !== undefined)) return texts;
  throw new TemplateError(`Template format error: Every ${name} member must be a list of strings.`);
}

/** Refuses members that are not known, in the words of what they would belong to. */
export function refuseUnknown(
  members: Values,
  known: readonly string[],
  message: (names: readonly string[]) => string,
): void {
  const unknown = Object.keys(members).filter((name) => !known.includes(name));
  const macro = unknown.find((name) => name.startsWith("Fn::"));
  if (macro !== undefined) throw refusedFunction(macro);
  if (unknown.length > 0) throw new TemplateError(message(unknown));
}
