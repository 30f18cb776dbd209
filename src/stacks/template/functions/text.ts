import { type Evaluator, templateFunction } from "../function-call.ts";
import { attributeIn, subPieces } from "../sub-text.ts";
import { TemplateError } from "../template-error.ts";
import { isList, isValues, textOf, type Value, type Values } from "../value.ts";
import { argumentText, argumentTexts, joinedText } from "./arguments.ts";
import { attributeOf, referred } from "./references.ts";

const joinWords =
  "Template error: every Fn::Join object requires two parameters, (1) a string delimiter " +
  "and (2) a list of strings to be joined or a function that returns a list of strings " +
  "(such as Fn::GetAZs) to be joined.";

/** `{ "Fn::Join": ["delimiter", [...]] }` */
export const join = templateFunction(
  (argument) => {
    const [delimiter, list, ...others] = isList(argument) ? argument : [];
    const isSound = typeof delimiter === "string" && typeof list === "object";
    if (isSound && others.length === 0) return { delimiter, list };
    throw new TemplateError(joinWords);
  },
  ({ delimiter, list }, evaluator) =>
    joinedText(argumentTexts(list, evaluator, joinWords), delimiter),
);

const splitWords =
  "Template error: every Fn::Split object requires two parameters, (1) a string delimiter " +
  "and (2) a string to be split or a function that returns a string to be split.";

/** `{ "Fn::Split": ["delimiter", "text"] }` */
export const split = templateFunction(
  (argument) => {
    const [delimiter, source, ...others] = isList(argument) ? argument : [];
    const isSound = typeof delimiter === "string" && delimiter !== "" && source !== undefined;
    if (isSound && others.length === 0) return { delimiter, source };
    throw new TemplateError(splitWords);
  },
  ({ delimiter, source }, evaluator) =>
    argumentText(source, evaluator, splitWords).split(delimiter),
);

/** `{ "Fn::Base64": "text" }` */
export const base64 = templateFunction(
  (argument) => argument,
  (argument, evaluator) => {
    const words = "Template error: every Fn::Base64 object must have a String-typed value.";
    return Buffer.from(argumentText(argument, evaluator, words)).toString("base64");
  },
);

/** `{ "Fn::ToJsonString": ... }` */
export const toJsonString = templateFunction(
  (argument) => {
    if (typeof argument === "object") return argument;
    throw new TemplateError(
      "Template error: every Fn::ToJsonString object must have a map or a list",
    );
  },
  (argument, evaluator) => JSON.stringify(evaluator.value(argument) ?? {}),
);

const subWords =
  "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. " +
  "Specify a string as first argument, and an optional second argument to specify a mapping " +
  "of values to replace in the string";

/** The text of `Fn::Sub`, and values for names that only it knows. */
export function subParts(argument: Value): { text: string; values: Values } {
  const [text, values = {}, ...others] = isList(argument) ? argument : [argument];
  if (typeof text === "string" && isValues(values) && others.length === 0) return { text, values };
  throw new TemplateError(subWords);
}

/** `{ "Fn::Sub": "text with ${Name}" }`, or a list of the text and values. */
export const sub = templateFunction(
  (argument) => {
    const { text, values } = subParts(argument);
    return { pieces: subPieces(text), values };
  },
  ({ pieces, values }, evaluator) => {
    const own = new Map<string, string>();
    for (const [name, value] of Object.entries(values)) {
      own.set(name, argumentText(value, evaluator, subWords));
    }
    const texts = pieces.map((piece) =>
      "text" in piece ? piece.text : substituted(piece.name, own, evaluator),
    );
    return joinedText(texts, "");
  },
);

function substituted(name: string, own: ReadonlyMap<string, string>, evaluator: Evaluator): string {
  const value = own.get(name);
  if (value !== undefined) return value;
  const attribute = attributeIn(name);
  const found = attribute
    ? attributeOf(attribute.logicalId, attribute.attribute, evaluator)
    : referred(name, evaluator);
  const text = textOf(found);
  if (text !== undefined) return text;
  throw new TemplateError(subWords);
}
