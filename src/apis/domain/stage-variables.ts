import { checkRange, invalid } from "./refusal.ts";

/** `${stageVariables.name}` inside a URI or an ARN. */
const placeholder = /\$\{stageVariables\.(\w+)\}/g;

const name = /^\w{1,64}$/;
const value = /^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/;
const countMax = 100;

/**
 * The variables with the given ones added or replaced; an empty value takes one away, as at AWS.
 *
 * @throws Fault for a name or a value that API Gateway does not allow
 */
export function mergeVariables(
  current: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {},
): Record<string, string> {
  for (const [key, text] of Object.entries(given)) {
    if (!name.test(key)) throw wrongName(key);
    if (!value.test(text)) throw wrongValue(text);
  }
  const merged = Object.entries({ ...current, ...given }).filter(([, text]) => text !== "");
  checkRange("stageVariables", merged, [0, countMax]);
  return Object.fromEntries(merged);
}

/** The text with the variables put in. One that the stage lacks stays as it is written. */
export function resolveVariables(
  text: string,
  variables: Readonly<Record<string, string>>,
): string {
  return text.replace(placeholder, (whole, key: string) =>
    Object.hasOwn(variables, key) ? (variables[key] ?? whole) : whole,
  );
}

/** The text with `replacement` in place of every variable. */
export function blankVariables(text: string, replacement: string): string {
  return text.replace(placeholder, () => replacement);
}

function wrongName(key: string) {
  const expected = "1 to 64 letters, digits and underscores";
  return invalid("stageVariables", key, expected, "rename the variable");
}

function wrongValue(text: string) {
  const expected = "at most 512 of letters, digits and -._~:/?#&=,";
  return invalid("stageVariables", text, expected, "change the variable's value");
}
