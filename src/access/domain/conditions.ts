import { matchesArn, matchesPattern } from "../../foundation/pattern.ts";
import type { Condition } from "./policy-document.ts";

/**
 * What is known about a request, by condition key in lower case. A key that is here with
 * undefined is known to be absent; one that is not here cannot be judged.
 */
export type ConditionValues = ReadonlyMap<string, string | undefined>;

/** `unsupported` must never open anything: it neither allows nor lifts a denial. */
export type ConditionVerdict =
  | { readonly kind: "met" }
  | { readonly kind: "unmet"; readonly because: string }
  | { readonly kind: "unsupported"; readonly because: string };

type Comparison = (expected: string, actual: string) => boolean;

const equals: Comparison = (expected, actual) => expected === actual;
const equalsIgnoringCase: Comparison = (expected, actual) =>
  expected.toLowerCase() === actual.toLowerCase();

/** Compares with whether the key is absent. */
const absence = "Null";

const operators: ReadonlyMap<string, { compare: Comparison; negated: boolean }> = new Map([
  ["StringEquals", { compare: equals, negated: false }],
  ["StringNotEquals", { compare: equals, negated: true }],
  ["StringEqualsIgnoreCase", { compare: equalsIgnoringCase, negated: false }],
  ["StringNotEqualsIgnoreCase", { compare: equalsIgnoringCase, negated: true }],
  ["StringLike", { compare: matchesPattern, negated: false }],
  ["StringNotLike", { compare: matchesPattern, negated: true }],
  ["ArnEquals", { compare: matchesArn, negated: false }],
  ["ArnNotEquals", { compare: matchesArn, negated: true }],
  ["ArnLike", { compare: matchesArn, negated: false }],
  ["ArnNotLike", { compare: matchesArn, negated: true }],
  ["Bool", { compare: equalsIgnoringCase, negated: false }],
  [absence, { compare: equalsIgnoringCase, negated: false }],
]);

/** Judges one condition. A negated operator is met by an absent value, as in AWS. */
export function judge(condition: Condition, values: ConditionValues): ConditionVerdict {
  const { key } = condition;
  const operator = operators.get(condition.operator);
  if (!operator) return { kind: "unsupported", because: `operator ${condition.operator}` };
  if (!values.has(key.toLowerCase())) {
    return { kind: "unsupported", because: `condition key ${key}` };
  }
  if (condition.values.some((value) => value.includes("${"))) {
    return { kind: "unsupported", because: `policy variable in ${key}` };
  }
  const actual = values.get(key.toLowerCase());
  const compared = condition.operator === absence ? String(actual === undefined) : actual;
  const matches =
    compared !== undefined && condition.values.some((value) => operator.compare(value, compared));
  if (matches !== operator.negated) return { kind: "met" };
  const expected = condition.values.map((value) => `"${value}"`).join(" or ");
  const came = actual === undefined ? "it is absent" : `it is "${actual}"`;
  return { kind: "unmet", because: `${condition.operator} wants ${key} ${expected}, and ${came}` };
}
