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
  const matches =
    actual !== undefined && condition.values.some((value) => operator.compare(value, actual));
  if (matches !== operator.negated) return { kind: "met" };
  const expected = condition.values.map((value) => `"${value}"`).join(" or ");
  const came = actual === undefined ? "it is absent" : `it is "${actual}"`;
  return { kind: "unmet", because: `${condition.operator} wants ${key} ${expected}, and ${came}` };
}

/**
 * Matches `*` and `?` as policies mean them. Walks back to the last `*` only, so that no pattern
 * takes longer than the product of both lengths.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      star = inPattern++;
      resumeAt = at;
    } else if (wanted === "?" || wanted === text[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}

/** ARNs match part by part: no `*` reaches over a colon, but for those of the resource. */
function matchesArn(pattern: string, arn: string): boolean {
  const patternParts = pattern.split(":");
  const arnParts = arn.split(":");
  if (patternParts.length < 6 || arnParts.length < 6) return false;
  for (let part = 0; part < 5; part++) {
    if (!matchesPattern(patternParts[part] ?? "", arnParts[part] ?? "")) return false;
  }
  return matchesPattern(patternParts.slice(5).join(":"), arnParts.slice(5).join(":"));
}
