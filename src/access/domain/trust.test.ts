import { expect, test } from "vitest";
import type { Role } from "./role.ts";
import { type Caller, refusalToAssume } from "./trust.ts";

const account = "000000000000";
const lambda: Caller = { kind: "service", name: "lambda.amazonaws.com" };
const root: Caller = { kind: "aws", arn: `arn:aws:iam::${account}:root` };
const session: Caller = { kind: "aws", arn: `arn:aws:sts::${account}:assumed-role/deploy/cdk` };
const stranger: Caller = { kind: "aws", arn: "arn:aws:iam::111122223333:root" };

function roleTrusting(...statements: object[]): Role {
  return {
    ...{ account, name: "hello", path: "/app/", id: "AROAX", createdAt: 0, tags: [] },
    ...{ maxSessionSeconds: 3600, inlinePolicies: [], attachedPolicyArns: [] },
    trustPolicy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  };
}

function allow(principal: unknown, more: object = {}) {
  return { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...more };
}

const passing: [string, unknown, Caller][] = [
  ["a service", { Service: "lambda.amazonaws.com" }, lambda],
  ["one of two services", { Service: ["a.amazonaws.com", "lambda.amazonaws.com"] }, lambda],
  ["anybody of AWS", "*", stranger],
  ["an account by its number", { AWS: account }, root],
  ["a session, through its account", { AWS: `arn:aws:iam::${account}:root` }, session],
  [
    "a session, through its role with a path",
    { AWS: `arn:aws:iam::${account}:role/x/deploy` },
    session,
  ],
  ["a session by its own ARN", { AWS: `arn:aws:sts::${account}:assumed-role/deploy/cdk` }, session],
];

test.each(passing)("lets in %s", (_who, principal, caller) => {
  expect(refusalToAssume(roleTrusting(allow(principal)), caller)).toBeUndefined();
});

const refused: [string, unknown, Caller][] = [
  ["another service", { Service: "apigateway.amazonaws.com" }, lambda],
  ["a service where the principals of AWS are meant", { AWS: "*" }, lambda],
  ["another account", { AWS: account }, stranger],
  ["another role's session", { AWS: `arn:aws:iam::${account}:role/other` }, session],
  ["a role of the same name elsewhere", { AWS: "arn:aws:iam::111122223333:role/deploy" }, session],
  ["a federated principal", { Federated: "cognito-identity.amazonaws.com" }, lambda],
];

test.each(refused)("refuses %s", (_who, principal, caller) => {
  expect(refusalToAssume(roleTrusting(allow(principal)), caller)).toBeDefined();
});

test("a refusal tells whom the role trusts and what to write", () => {
  const role = roleTrusting(allow({ Service: "apigateway.amazonaws.com" }));
  expect(refusalToAssume(role, lambda)).toEqual({
    check: "trust policy",
    expected:
      "a statement of arn:aws:iam::000000000000:role/app/hello that allows sts:AssumeRole" +
      " to Service lambda.amazonaws.com",
    received: "principals Service apigateway.amazonaws.com",
    change:
      "Give the role's trust policy the statement " +
      '{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}',
  });
});

test("a denial wins", () => {
  const role = roleTrusting(allow("*"), { ...allow({ AWS: account }), Effect: "Deny" });
  expect(refusalToAssume(role, root)?.received).toBe("a statement that denies it");
  expect(refusalToAssume(role, stranger)).toBeUndefined();
});

test("actions may be patterns, and others do not count", () => {
  expect(refusalToAssume(roleTrusting(allow("*", { Action: "sts:*" })), root)).toBeUndefined();
  const tagging = roleTrusting(allow("*", { Action: "sts:TagSession" }));
  expect(refusalToAssume(tagging, root)?.received).toBe("actions sts:TagSession");
});

test("a condition that does not hold is told", () => {
  const condition = { StringEquals: { "sts:ExternalId": "Right-1" } };
  const role = roleTrusting(allow("*", { Condition: condition }));
  expect(refusalToAssume(role, root, [["sts:externalid", "Right-1"]])).toBeUndefined();
  expect(refusalToAssume(role, root, [["sts:externalid", "Wrong-1"]])?.received).toContain(
    'StringEquals wants sts:ExternalId "Right-1", and it is "Wrong-1"',
  );
});

test("a service uses roles of the account that it works for", () => {
  const service = { Service: "lambda.amazonaws.com" };
  const own = { StringEquals: { "aws:SourceAccount": account } };
  expect(refusalToAssume(roleTrusting(allow(service, { Condition: own })), lambda)).toBeUndefined();
  const other = { StringEquals: { "aws:SourceAccount": "111122223333" } };
  expect(refusalToAssume(roleTrusting(allow(service, { Condition: other })), lambda)).toBeDefined();
});

test("what cannot be evaluated does not allow, and is named", () => {
  const condition = { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } };
  const byOperator = roleTrusting(allow("*", { Condition: condition }));
  expect(refusalToAssume(byOperator, root)?.received).toContain("operator DateLessThan");
  const { Principal: _, ...others } = allow("*");
  const byElement = roleTrusting({ ...others, NotPrincipal: { AWS: "111122223333" } });
  expect(refusalToAssume(byElement, root)?.received).toContain("NotPrincipal");
});

test("what cannot be evaluated still denies", () => {
  const condition = { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } };
  const role = roleTrusting(allow("*"), {
    ...allow("*", { Condition: condition }),
    Effect: "Deny",
  });
  expect(refusalToAssume(role, root)?.received).toContain("operator DateLessThan");
});
