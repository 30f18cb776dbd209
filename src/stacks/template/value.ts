/** What templates are made of. There is no null: AWS refuses it wherever it stands. */
export type Value = string | number | boolean | readonly Value[] | Values;

/** Names and what they stand for, in the order of the template. */
export interface Values {
  readonly [name: string]: Value;
}

/** A function of a template and what it is given, such as `{ "Ref": "Bucket" }`. */
export interface FunctionCall {
  /** `Ref`, or what begins with `Fn::`. */
  readonly name: string;
  readonly argument: Value;
}

/** Whether a value is a list. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is one of names and values. */
export function isValues(value: Value | undefined): value is Values {
  return typeof value === "object" && !Array.isArray(value);
}

/** The text of a value that is no list and no object, as AWS writes it. */
export function textOf(value: Value | undefined): string | undefined {
  return value === undefined || typeof value === "object" ? undefined : String(value);
}

/** Own members only: no object has a `constructor` that its template does not have. */
export function memberOf<Member>(
  values: Readonly<Record<string, Member>>,
  name: string,
): Member | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Reads a value as the call of a function: an object with no other members. */
export function callOf(value: Value): FunctionCall | undefined {
  if (!isValues(value)) return undefined;
  const [member, ...others] = Object.entries(value);
  if (member === undefined || others.length > 0) return undefined;
  const [name, argument] = member;
  return name === "Ref" || name.startsWith("Fn::") ? { name, argument } : undefined;
}

/**
 * The name in `{ "Condition": "Name" }`. It refers to a condition only where conditions stand: in
 * a policy document it is a member like any other.
 */
export function conditionIn(value: Value): string | undefined {
  if (!isValues(value) || Object.keys(value).length !== 1) return undefined;
  return textOf(memberOf(value, "Condition"));
}
