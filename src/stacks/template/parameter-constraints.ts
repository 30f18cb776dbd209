import { runInNewContext } from "node:vm";
import { javaMatcher } from "../../wire/java-pattern.ts";
import { itemsOf, parameterTypeOf } from "./parameter-types.ts";
import type { TemplateParameter } from "./template.ts";
import { TemplateError } from "./template-error.ts";

/** AWS's quota of one value. */
const bytesMax = 4096;
/** A pattern comes from a template: one that takes longer would hold up the whole server. */
const patternMillisecondsMax = 50;

/**
 * Checks a value against everything that its template demands of it. The value of an SSM-typed
 * parameter is a name, and it is the name that is checked, as at AWS.
 *
 * @throws TemplateError which never repeats the value: it may be a secret
 */
export function checkConstraints(key: string, value: string, parameter: TemplateParameter): void {
  if (Buffer.byteLength(value) > bytesMax) {
    throw new TemplateError(`Parameter '${key}' must contain at most ${bytesMax} bytes`);
  }
  const { isList, isLookedUp } = parameterTypeOf(parameter.type);
  const items = isList && !isLookedUp ? itemsOf(value) : [value];
  const broken = demands.map((demand) => demand(items, parameter)).find((one) => one !== undefined);
  if (broken === undefined) return;
  const { constraintDescription: description } = parameter;
  throw new TemplateError(
    description === undefined
      ? `Parameter '${key}' ${broken}`
      : `Parameter ${key} failed to satisfy constraint: ${description}`,
  );
}

/** What is wrong with the items of a value, if anything is. */
type Demand = (items: readonly string[], parameter: TemplateParameter) => string | undefined;

const demands: readonly Demand[] = [
  (items, { allowedValues }) =>
    allowedValues && !items.every((item) => allowedValues.includes(item))
      ? "must be one of AllowedValues"
      : undefined,
  (items, { allowedPattern }) =>
    allowedPattern !== undefined && !matches(items, allowedPattern)
      ? `must match pattern ${allowedPattern}`
      : undefined,
  (items, { lengthMin = 0 }) =>
    items.some(({ length }) => length < lengthMin)
      ? `must contain at least ${lengthMin} characters`
      : undefined,
  (items, { lengthMax = bytesMax }) =>
    items.some(({ length }) => length > lengthMax)
      ? `must contain at most ${lengthMax} characters`
      : undefined,
  (items, { type }) =>
    parameterTypeOf(type).isNumber && !items.every(isNumber) ? "must be a number" : undefined,
  (items, { valueMin }) =>
    valueMin !== undefined && !items.every((item) => Number(item) >= valueMin)
      ? `must be a number not less than ${valueMin}`
      : undefined,
  (items, { valueMax }) =>
    valueMax !== undefined && !items.every((item) => Number(item) <= valueMax)
      ? `must be a number not greater than ${valueMax}`
      : undefined,
];

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
}

/** Whether every item matches as a whole. */
function matches(items: readonly string[], pattern: string): boolean {
  const matcher = matcherOf(pattern);
  try {
    const isEvery = () => items.every((item) => matcher(item));
    return runInNewContext("isEvery()", { isEvery }, { timeout: patternMillisecondsMax }) === true;
  } catch {
    throw new TemplateError(
      `Template error: AllowedPattern ${pattern} takes too long to be matched`,
    );
  }
}

function matcherOf(pattern: string): (value: string) => boolean {
  try {
    return javaMatcher(pattern);
  } catch {
    throw new TemplateError(`Template error: AllowedPattern ${pattern} is not supported`);
  }
}
