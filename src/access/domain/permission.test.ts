import { expect, test } from "vitest";
import { refusalOfDeed } from "./permission.ts";
import type { Role } from "./role.ts";

const resource = "arn:aws:lambda:us-east-1:000000000000:function:hello";
const deed = { action: "lambda:InvokeFunction", resource };
const bare: Role = {
  account: "000000000000",
  name: "gateway",
  path: "/",
  id: "AROA",
  createdAt: 0,
  trustPolicy: "{}",
  maxSessionSeconds: 3600,
  tags: [],
  inlinePolicies: [],
  attachedPolicyArns: [],
};

const withStatements = (...Statement: object[]): Role => ({
  ...bare,
  inlinePolicies: [{ name: "p", document: JSON.stringify({ Version: "2012-10-17", Statement }) }],
});
const withManaged = (...names: string[]): Role => ({
  ...bare,
  attachedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`),
});
const allow = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: "*" };
const deny = { ...allow, Effect: "Deny" };
const Condition = { StringEquals: { "aws:SourceIp": "10.0.0.1" } };

test.each<[string, Role]>([
  ["everything", withStatements({ ...allow, Action: "*" })],
  ["the function", withStatements({ ...allow, Resource: [resource] })],
  ["functions of a name", withStatements({ ...allow, Resource: resource.replace("llo", "*") })],
  ["actions of a name", withStatements({ ...allow, Action: ["LAMBDA:Invoke*"] })],
  [
    "all but another action",
    withStatements({ ...allow, ...{ Action: undefined, NotAction: "s3:*" } }),
  ],
  ["AWSLambdaRole", withManaged("service-role/AWSLambdaRole")],
  ["AWSLambda_FullAccess", withManaged("ReadOnlyAccess", "AWSLambda_FullAccess")],
  ["AdministratorAccess", withManaged("AdministratorAccess")],
])("a role may that has %s", (_, role) => {
  expect(refusalOfDeed(role, deed)).toBeUndefined();
});

test.each<[string, Role, string]>([
  ["nothing", bare, "policies that do not allow it"],
  ["another function", withStatements({ ...allow, Resource: `${resource}-2` }), "do not allow"],
  ["its versions only", withStatements({ ...allow, Resource: `${resource}:*` }), "do not allow"],
  ["another action", withStatements({ ...allow, Action: "lambda:GetFunction" }), "do not allow"],
  [
    "all but this action",
    withStatements({ ...allow, ...{ Action: undefined, NotAction: "lambda:*" } }),
    "not",
  ],
  [
    "all but this function",
    withStatements({ ...allow, ...{ Resource: undefined, NotResource: "*" } }),
    "not",
  ],
  ["a condition", withStatements({ ...allow, Condition }), "but for conditions"],
  ["a denial", withStatements(allow, deny), "a statement that denies it"],
  ["a denial in some cases", withStatements(allow, { ...deny, Condition }), "denies it"],
  ["AWSLambdaBasicExecutionRole", withManaged("service-role/AWSLambdaBasicExecutionRole"), "not"],
  [
    "a boundary",
    { ...withStatements(allow), boundaryArn: "arn:aws:iam::aws:policy/Other" },
    "boundary",
  ],
])("a role may not that has %s", (_, role, received) => {
  const reason = refusalOfDeed(role, deed);
  expect(reason).toMatchObject({ received: expect.stringContaining(received) });
  expect(reason?.change).toContain('"Action":"lambda:InvokeFunction"');
});

const own = "arn:aws:iam::000000000000:policy/own";

test.each([
  ["allows", [allow], undefined],
  ["denies", [deny], "a statement that denies it"],
  ["has a condition", [{ ...allow, Condition }], "but for conditions"],
  ["speaks of something else", [{ ...allow, Action: "s3:*" }], "policies that do not allow it"],
])("an account's own policy counts: one that %s", (_, Statement, received) => {
  const role = { ...bare, attachedPolicyArns: [own] };
  const documents = new Map([[own, JSON.stringify({ Version: "2012-10-17", Statement })]]);
  const refusal = refusalOfDeed(role, deed, documents);
  if (received === undefined) expect(refusal).toBeUndefined();
  else expect(refusal?.received).toContain(received);
});

test("an account's own policy that is gone allows nothing", () => {
  expect(refusalOfDeed({ ...bare, attachedPolicyArns: [own] }, deed)).toBeDefined();
});

test.each([
  ["allows", [allow], true],
  ["denies", [allow, deny], false],
  ["does not speak of it", [{ ...allow, Action: "s3:*" }], false],
])("an account's own policy bounds: one that %s", (_, Statement, isAllowed) => {
  const role = { ...withStatements(allow), boundaryArn: own };
  const documents = new Map([[own, JSON.stringify({ Version: "2012-10-17", Statement })]]);
  expect(refusalOfDeed(role, deed, documents) === undefined).toBe(isAllowed);
});
