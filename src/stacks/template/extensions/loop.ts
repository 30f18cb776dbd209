import { isList, isValues, type Value, type Values } from "../value.ts";
import { expansionFailure } from "./extended.ts";

/** `"Fn::ForEach::Name": ["Variable", [...], { "Key${Variable}": ... }]` */
export interface Loop {
  /** As it is written, with `Fn::ForEach::`. */
  readonly name: string;
  readonly variable: string;
  readonly collection: Value;
  readonly body: Values;
}

/**
 * Reads a member of an object as a loop.
 *
 * @returns undefined when it is none
 * @throws TemplateError when it is a malformed one
 */
export function loopOf(name: string, argument: Value): Loop | undefined {
  if (!name.startsWith("Fn::ForEach")) return undefined;
  const [variable, collection, body, ...others] = isList(argument) ? argument : [];
  const isNamed = typeof variable === "string" && /^[a-zA-Z0-9]{1,255}$/.test(variable);
  const isSound = /^Fn::ForEach::[a-zA-Z0-9]{1,255}$/.test(name) && others.length === 0;
  if (isSound && isNamed && typeof collection === "object" && isValues(body)) {
    return { name, variable, collection, body };
  }
  throw wrongLayout(name);
}

/** A loop that is not made as loops are. */
export function wrongLayout(name: string) {
  return expansionFailure("Fn::ForEach layout is incorrect", {
    check: name,
    expected: "[VARIABLE, [TEXT, ...] or a Ref or Fn::FindInMap, {KEY: VALUE}]",
    received: "something else",
    change: "Use letters and digits for both names, texts as items, and an object to repeat.",
  });
}
