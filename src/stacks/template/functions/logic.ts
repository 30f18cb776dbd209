import type { Evaluator } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { isList, textOf, type Value } from "../value.ts";
import { argumentText, argumentTexts } from "./arguments.ts";

/** A function that holds or does not, for conditions and rules. */
export interface LogicFunction {
  /** How many it takes. */
  readonly atLeast: number;
  readonly atMost: number;
  /** AWS's words for an argument that is not so. */
  readonly words: string;
  /** Whether what it takes are conditions, not values. */
  readonly ofConditions: boolean;
  holds(parts: readonly Value[], evaluator: Evaluator): boolean;
}

const andWords =
  "Template error: every Fn::And object requires a list of at least 2 and at most 10 " +
  "boolean parameters.";
const containsWords =
  "Template error: every Fn::Contains object requires a list of strings and a string.";
const everyEqualsWords =
  "Template error: every Fn::EachMemberEquals object requires a list of strings and a string.";
const everyInWords = "Template error: every Fn::EachMemberIn object requires two lists of strings.";

const byName: Readonly<Record<string, LogicFunction>> = {
  "Fn::And": {
    atLeast: 2,
    atMost: 10,
    words: andWords,
    ofConditions: true,
    holds: (parts, evaluator) => parts.every((part) => evaluator.condition(part)),
  },
  "Fn::Or": {
    atLeast: 2,
    atMost: 10,
    words: andWords.replace("And", "Or"),
    ofConditions: true,
    holds: (parts, evaluator) => parts.some((part) => evaluator.condition(part)),
  },
  "Fn::Not": {
    atLeast: 1,
    atMost: 1,
    words: "Template error: every Fn::Not object requires one boolean parameter.",
    ofConditions: true,
    holds: (parts, evaluator) => parts.every((part) => !evaluator.condition(part)),
  },
  "Fn::Equals": {
    atLeast: 2,
    atMost: 2,
    words: "Template error: every Fn::Equals object requires a list of 2 string parameters.",
    ofConditions: false,
    holds: ([one, other], evaluator) => comparable(one, evaluator) === comparable(other, evaluator),
  },
  "Fn::Contains": {
    atLeast: 2,
    atMost: 2,
    words: containsWords,
    ofConditions: false,
    holds: ([list = [], text = ""], evaluator) =>
      argumentTexts(list, evaluator, containsWords).includes(
        argumentText(text, evaluator, containsWords),
      ),
  },
  "Fn::EachMemberEquals": {
    atLeast: 2,
    atMost: 2,
    words: everyEqualsWords,
    ofConditions: false,
    holds: ([list = [], text = ""], evaluator) => {
      const wanted = argumentText(text, evaluator, everyEqualsWords);
      return argumentTexts(list, evaluator, everyEqualsWords).every((one) => one === wanted);
    },
  },
  "Fn::EachMemberIn": {
    atLeast: 2,
    atMost: 2,
    words: everyInWords,
    ofConditions: false,
    holds: ([list = [], within = []], evaluator) => {
      const known = new Set(argumentTexts(within, evaluator, everyInWords));
      return argumentTexts(list, evaluator, everyInWords).every((one) => known.has(one));
    },
  },
};

/** By name. Each is given a list. */
export const logicFunctions: ReadonlyMap<string, LogicFunction> = new Map(Object.entries(byName));

/** What a function of conditions takes. */
export function logicParts(logic: LogicFunction, argument: Value): readonly Value[] {
  const isSound = isList(argument) && argument.length >= logic.atLeast;
  if (isSound && argument.length <= logic.atMost) return argument;
  throw new TemplateError(logic.words);
}

/** Values are compared as text, as AWS does: true is "true". */
function comparable(value: Value | undefined, evaluator: Evaluator): string {
  const evaluated = value === undefined ? undefined : evaluator.value(value);
  return textOf(evaluated) ?? JSON.stringify(evaluated ?? null);
}
