import { InvalidArgumentError } from "commander";

/** Collects `--tag team=blue`, given any number of times. */
export function collectKeyValue(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const equals = text.indexOf("=");
  if (equals < 1) throw new InvalidArgumentError("write KEY=VALUE, such as team=blue");
  return { ...before, [text.slice(0, equals)]: text.slice(equals + 1) };
}

/** Collects `--stack NAME`, given any number of times. */
export function collectName(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
