import type { Evaluator } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { isList, textOf, type Value } from "../value.ts";

/** @throws TemplateError with the words given, where the value is not one text */
export function argumentText(value: Value, evaluator: Evaluator, words: string): string {
  const text = textOf(evaluator.value(value));
  if (text !== undefined) return text;
  throw new TemplateError(words);
}

/** @throws TemplateError with the words given, where the value is not a list */
export function argumentList(value: Value, evaluator: Evaluator, words: string): readonly Value[] {
  const list = evaluator.value(value);
  if (isList(list)) return list;
  throw new TemplateError(words);
}

/** @throws TemplateError with the words given, where the value is not a list of texts */
export function argumentTexts(value: Value, evaluator: Evaluator, words: string): string[] {
  const texts = argumentList(value, evaluator, words).map(textOf);
  if (texts.every((text) => text !== undefined)) return texts;
  throw new TemplateError(words);
}
