import { callOf, isList, isValues, type Value, type Values } from "../value.ts";
import { expansionFailure } from "./extended.ts";

/** One turn of a loop. */
export interface Turn {
  readonly variable: string;
  readonly item: string;
  /** Called with the characters that are about to be written. */
  spend(characters: number): void;
}

/**
 * Puts the item of a turn where its variable stands: in `Ref`, as `${Variable}` in names and texts,
 * and as `&{Variable}`, which leaves out whatever is no letter or digit.
 *
 * @throws TemplateError when two members get the same name
 */
export function substituted(value: Values, turn: Turn): Values {
  const members = Object.entries(value).map(([name, member]): [string, Value] => [
    textWith(name, turn.item, turn),
    valueWith(member, turn),
  ]);
  return uniqueMembers(members);
}

/** @throws TemplateError when two of them have the same name */
export function uniqueMembers(members: Iterable<readonly [string, Value]>): Values {
  const unique = new Map<string, Value>();
  for (const [name, member] of members) {
    if (unique.has(name)) throw expansionFailure(`Duplicate key '${name}'`, duplicate(name));
    unique.set(name, member);
  }
  return Object.fromEntries(unique);
}

function duplicate(name: string) {
  return {
    check: "names that loops make",
    expected: "each of them once",
    received: name,
    change: "Put the variables of all loops around it into the name.",
  };
}

function valueWith(value: Value, turn: Turn): Value {
  turn.spend(1);
  if (typeof value === "string") return textWith(value, turn.item, turn);
  if (isList(value)) return value.map((item) => valueWith(item, turn));
  if (!isValues(value)) return value;
  const call = callOf(value);
  if (call?.name === "Ref" && call.argument === turn.variable) return turn.item;
  if (call?.name === "Fn::Sub") return { [call.name]: subWith(call.argument, turn) };
  return substituted(value, turn);
}

/** An item is text: what it holds is not for `Fn::Sub` to look up. */
function subWith(argument: Value, turn: Turn): Value {
  const literal = turn.item.replaceAll("${", "${!");
  if (typeof argument === "string") return textWith(argument, literal, turn);
  if (!isList(argument)) return valueWith(argument, turn);
  const [text, ...others] = argument;
  const rest = others.map((other) => valueWith(other, turn));
  if (text === undefined) return rest;
  return [
    typeof text === "string" ? textWith(text, literal, turn) : valueWith(text, turn),
    ...rest,
  ];
}

function textWith(text: string, item: string, turn: Turn): string {
  const whole = joined(text.split(`\${${turn.variable}}`), item, turn);
  return joined(whole.split(`&{${turn.variable}}`), item.replace(/[^a-zA-Z0-9]/g, ""), turn);
}

/** Spends before it writes: a long item may stand many times in one text. */
function joined(parts: readonly string[], item: string, turn: Turn): string {
  const kept = parts.reduce((sum, part) => sum + part.length, 0);
  turn.spend(kept + item.length * (parts.length - 1));
  return parts.join(item);
}
