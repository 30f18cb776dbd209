import { checkConstraints } from "./parameter-constraints.ts";
import { itemsOf, parameterTypeOf } from "./parameter-types.ts";
import type { ParameterValues } from "./scope.ts";
import type { Template, TemplateParameter } from "./template.ts";
import { TemplateError } from "./template-error.ts";

/** A parameter as a client gives it. */
export interface GivenParameter {
  readonly ParameterKey?: string | undefined;
  readonly ParameterValue?: string | undefined;
  readonly UsePreviousValue?: boolean | undefined;
}

/** A parameter as its stack has it. */
export interface ResolvedParameter {
  readonly key: string;
  /** As given: for SSM-typed parameters the name of the SSM parameter. */
  readonly value: string;
  /** What an SSM-typed parameter stands for. */
  readonly resolved?: string;
  readonly noEcho?: boolean;
}

/** Where values come from that are not given. */
export interface ParameterSources {
  /** Those that the stack has so far. */
  readonly previous?: readonly ResolvedParameter[];
  /** Finds the value of an SSM parameter. */
  lookup(name: string): Promise<string | undefined>;
}

/**
 * The values of a template's parameters: given ones, previous ones where that is asked for, else
 * defaults.
 *
 * @throws TemplateError when one is missing, or not as the template demands
 */
export async function resolveParameters(
  template: Template,
  given: readonly GivenParameter[],
  { previous = [], lookup }: ParameterSources,
): Promise<ResolvedParameter[]> {
  const values = givenValues(template, given, previous);
  const missing = [...template.parameters]
    .filter(([key, parameter]) => (values.get(key) ?? parameter.default) === undefined)
    .map(([key]) => key);
  if (missing.length > 0) {
    throw new TemplateError(`Parameters: [${missing.join(", ")}] must have values`);
  }
  const resolved: ResolvedParameter[] = [];
  for (const [key, parameter] of template.parameters) {
    const value = values.get(key) ?? parameter.default ?? "";
    checkConstraints(key, value, parameter);
    resolved.push({ key, value, ...(await looked(value, parameter, lookup)) });
  }
  return resolved;
}

/** The values that functions of the template see: lists are taken apart. */
export function parameterValues(
  { parameters }: Template,
  resolved: readonly ResolvedParameter[],
): ParameterValues {
  const values = resolved.map((one): [string, string | readonly string[]] => {
    const { isList } = parameterTypeOf(parameters.get(one.key)?.type ?? "String");
    const text = one.resolved ?? one.value;
    return [one.key, isList ? itemsOf(text) : text];
  });
  return new Map(values);
}

function givenValues(
  { parameters }: Template,
  given: readonly GivenParameter[],
  previous: readonly ResolvedParameter[],
): Map<string, string> {
  const values = new Map<string, string>();
  const unknown: string[] = [];
  for (const { ParameterKey: key = "", ParameterValue, UsePreviousValue = false } of given) {
    if (!parameters.has(key)) unknown.push(key);
    const value = UsePreviousValue ? previousValue(key, ParameterValue, previous) : ParameterValue;
    if (values.has(key)) throw new TemplateError(`Duplicate input parameter key: ${key}`);
    if (value !== undefined) values.set(key, value);
  }
  if (unknown.length === 0) return values;
  throw new TemplateError(`Parameters: [${unknown.join(", ")}] do not exist in the template`);
}

function previousValue(
  key: string,
  value: string | undefined,
  previous: readonly ResolvedParameter[],
): string {
  const found = previous.find((one) => one.key === key);
  if (value === undefined && found) return found.value;
  const why = found
    ? "Cannot specify usePreviousValue as true and also a value"
    : "Cannot specify usePreviousValue as true for a parameter key not in the previous template";
  throw new TemplateError(`Invalid input for parameter key ${key}. ${why}`);
}

async function looked(
  value: string,
  { type, noEcho }: TemplateParameter,
  lookup: ParameterSources["lookup"],
): Promise<Pick<ResolvedParameter, "resolved" | "noEcho">> {
  const hidden = noEcho ? { noEcho } : {};
  const { namesParameter, isLookedUp } = parameterTypeOf(type);
  if (!namesParameter) return hidden;
  const resolved = await lookup(value);
  if (resolved === undefined) {
    throw new TemplateError(
      `Unable to fetch parameters [${value}] from parameter store for this account.`,
    );
  }
  return isLookedUp ? { resolved, ...hidden } : hidden;
}
