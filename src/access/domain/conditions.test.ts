import { expect, test } from "vitest";
import { judge } from "./conditions.ts";

const values = new Map<string, string | undefined>([
  ["sts:externalid", "Right-1"],
  ["aws:sourcearn", "arn:aws:lambda:us-east-1:000000000000:function:hello"],
  ["aws:multifactorauthpresent", "true"],
  ["sts:rolesessionname", undefined],
]);

const cases: [string, string, string, string][] = [
  ["StringEquals", "sts:ExternalId", "Right-1", "met"],
  ["StringEquals", "sts:ExternalId", "right-1", "unmet"],
  ["StringEquals", "sts:RoleSessionName", "x", "unmet"],
  ["StringNotEquals", "sts:ExternalId", "Right-1", "unmet"],
  ["StringNotEquals", "sts:RoleSessionName", "x", "met"],
  ["StringEqualsIgnoreCase", "sts:ExternalId", "right-1", "met"],
  ["StringNotEqualsIgnoreCase", "sts:ExternalId", "right-1", "unmet"],
  ["StringLike", "sts:ExternalId", "Right-*", "met"],
  ["StringNotLike", "sts:ExternalId", "Right-*", "unmet"],
  ["ArnLike", "aws:SourceArn", "arn:aws:lambda:*:000000000000:function:*", "met"],
  ["ArnEquals", "aws:SourceArn", "arn:aws:lambda:*:*:function:hello", "met"],
  ["ArnLike", "aws:SourceArn", "arn:aws:*:hello", "unmet"],
  ["ArnNotLike", "aws:SourceArn", "arn:aws:lambda:*:*:*", "unmet"],
  ["Bool", "aws:MultiFactorAuthPresent", "TRUE", "met"],
  ["Bool", "aws:MultiFactorAuthPresent", "false", "unmet"],
  ["Null", "sts:RoleSessionName", "true", "met"],
  ["Null", "sts:RoleSessionName", "false", "unmet"],
  ["Null", "sts:ExternalId", "True", "unmet"],
  ["Null", "sts:ExternalId", "false", "met"],
  ["Null", "sts:ExternalId", "Right-1", "unmet"],
  ["Null", "aws:SourceVpc", "true", "unsupported"],
  ["NumericLessThan", "sts:ExternalId", "5", "unsupported"],
  ["constructor", "sts:ExternalId", "5", "unsupported"],
  ["StringNotEquals", "aws:SourceVpc", "vpc-1", "unsupported"],
  ["StringLike", "sts:ExternalId", `$${"{aws:username}"}*`, "unsupported"],
];

test.each(cases)("%s of %s with %s is %s", (operator, key, value, kind) => {
  expect(judge({ operator, key, values: [value] }, values).kind).toBe(kind);
});

test("one of several values is enough", () => {
  const condition = { operator: "StringEquals", key: "sts:ExternalId", values: ["a", "Right-1"] };
  expect(judge(condition, values)).toEqual({ kind: "met" });
});

test("an unsupported operator is named, and so is a key", () => {
  const operator = { operator: "DateLessThan", key: "aws:CurrentTime", values: ["x"] };
  expect(judge(operator, values)).toMatchObject({ because: "operator DateLessThan" });
  const key = { operator: "StringEquals", key: "aws:SourceVpc", values: ["x"] };
  expect(judge(key, values)).toMatchObject({ because: "condition key aws:SourceVpc" });
});

test("an unmet condition tells what was wanted and what came", () => {
  const condition = { operator: "StringEquals", key: "sts:ExternalId", values: ["a", "b"] };
  expect(judge(condition, values)).toEqual({
    kind: "unmet",
    because: 'StringEquals wants sts:ExternalId "a" or "b", and it is "Right-1"',
  });
});
