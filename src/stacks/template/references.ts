import { ifParts } from "./functions/choice.ts";
import { attributeParts } from "./functions/references.ts";
import { subParts } from "./functions/text.ts";
import { isPseudoParameter } from "./pseudo-parameters.ts";
import { attributeIn, subPieces } from "./sub-text.ts";
import type { Template } from "./template.ts";
import { callOf, type FunctionCall, isList, isValues, type Value } from "./value.ts";

/** What a value refers to: a parameter or a resource, or an attribute of a resource. */
export interface Reference {
  readonly name: string;
  readonly attribute: boolean;
}

/**
 * Everything that a value refers to by `Ref`, `Fn::GetAtt` and `Fn::Sub`.
 *
 * @param conditions leave only those values of `Fn::If` that are taken; without them both count
 * @throws TemplateError when one of these functions is malformed
 */
export function referencesIn(
  value: Value,
  conditions?: ReadonlyMap<string, boolean>,
): readonly Reference[] {
  if (isList(value)) return value.flatMap((item) => referencesIn(item, conditions));
  if (!isValues(value)) return [];
  const call = callOf(value);
  if (!call) return Object.values(value).flatMap((member) => referencesIn(member, conditions));
  const within = conditions && call.name === "Fn::If" ? taken(call, conditions) : call.argument;
  return [...referencesOf(call), ...referencesIn(within, conditions)];
}

/** Names that a value refers to, and that are not those of parameters. */
export function otherThanParameters(value: Value, { parameters }: Template): string[] {
  const names = new Set(referencesIn(value).map(({ name }) => name));
  return [...names].filter((name) => !parameters.has(name) && !isPseudoParameter(name));
}

function referencesOf({ name, argument }: FunctionCall): Reference[] {
  if (name === "Ref") return typeof argument === "string" ? [referenceTo(argument)] : [];
  if (name === "Fn::Sub") return substitutedIn(argument);
  if (name !== "Fn::GetAtt") return [];
  return [{ name: attributeParts(argument).logicalId, attribute: true }];
}

function substitutedIn(argument: Value): Reference[] {
  const { text, values } = subParts(argument);
  return subPieces(text).flatMap((piece) => {
    if ("text" in piece || Object.hasOwn(values, piece.name)) return [];
    const attribute = attributeIn(piece.name);
    return attribute ? [{ name: attribute.logicalId, attribute: true }] : [referenceTo(piece.name)];
  });
}

function referenceTo(name: string): Reference {
  return { name, attribute: false };
}

function taken({ argument }: FunctionCall, conditions: ReadonlyMap<string, boolean>): Value {
  const { name, held, failed } = ifParts(argument);
  const holds = conditions.get(name);
  return holds === undefined ? [] : holds ? held : failed;
}
