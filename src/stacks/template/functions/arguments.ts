import type { Evaluator } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { isList, textOf, type Value } from "../value.ts";

/** Text that functions make may grow with every level of nesting: more is refused. */
export const charactersMax = 4_194_304;

/** @throws TemplateError when the text would be longer than one evaluation may make */
export function joinedText(texts: readonly string[], delimiter: string): string {
  const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0);
  if (length > charactersMax) throw tooMuchText();
  return texts.join(delimiter);
}

/** Functions have made more text than one evaluation may. */
export function tooMuchText(): TemplateError {
  return new TemplateError(
    `Template error: functions make more than ${charactersMax} characters of text`,
  );
}

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
