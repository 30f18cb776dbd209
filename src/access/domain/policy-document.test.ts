import { expect, test } from "vitest";
import { checkPermissionsPolicy, readTrustPolicy } from "./policy-document.ts";

const trust = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };
const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

function document(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

test("a trust policy is read with its lists spelled out", () => {
  const text = document({
    ...trust,
    Principal: { Service: ["lambda.amazonaws.com", "apigateway.amazonaws.com"] },
    Condition: { StringEquals: { "sts:ExternalId": ["a", "b"] }, Bool: { "aws:x": true } },
  });
  expect(readTrustPolicy(text)).toEqual([
    {
      effect: "Allow",
      principals: [
        { type: "Service", value: "lambda.amazonaws.com" },
        { type: "Service", value: "apigateway.amazonaws.com" },
      ],
      actions: ["sts:AssumeRole"],
      conditions: [
        { operator: "StringEquals", key: "sts:ExternalId", values: ["a", "b"] },
        { operator: "Bool", key: "aws:x", values: ["true"] },
      ],
      unsupported: [],
    },
  ]);
});

test("a single statement needs no list, and 2008-10-17 is good enough for a trust policy", () => {
  const text = JSON.stringify({ Version: "2008-10-17", Statement: { ...trust, Principal: "*" } });
  expect(readTrustPolicy(text)[0]?.principals).toEqual([{ type: "AWS", value: "*" }]);
});

const brokenTrust: [string, string, string][] = [
  ["not JSON", "{", "This policy contains invalid Json"],
  ["no object", "[]", "Syntax errors in policy."],
  ["no statement", JSON.stringify({ Version: "2012-10-17" }), "Syntax errors in policy."],
  ["an empty list of statements", document(), "Syntax errors in policy."],
  ["an unknown version", JSON.stringify({ Version: "2025-01-01" }), "Syntax errors in policy."],
  ["an unknown element", document({ ...trust, Extra: 1 }), "Syntax errors in policy."],
  ["an unknown effect", document({ ...trust, Effect: "Maybe" }), "Syntax errors in policy."],
  ["a condition of no object", document({ ...trust, Condition: [] }), "Syntax errors in policy."],
  ["an object as action", document({ ...trust, Action: {} }), "Syntax errors in policy."],
  ["a resource", document({ ...trust, Resource: "*" }), "Has prohibited field Resource"],
  [
    "no principal",
    document({ Effect: "Allow", Action: "sts:AssumeRole" }),
    "Missing required field Principal",
  ],
  [
    "no action",
    document({ Effect: "Allow", Principal: "*" }),
    "Policy statement must contain actions.",
  ],
  [
    "an action of another service",
    document({ ...trust, Action: "s3:GetObject" }),
    "AssumeRole policy may only specify STS AssumeRole actions.",
  ],
  [
    "a principal that is nobody",
    document({ ...trust, Principal: { AWS: "ada" } }),
    'Invalid principal in policy: "AWS":"ada"',
  ],
  [
    "a service without a domain",
    document({ ...trust, Principal: { Service: "lambda" } }),
    'Invalid principal in policy: "SERVICE":"lambda"',
  ],
  [
    "a kind of principal that there is not",
    document({ ...trust, Principal: { Robot: "r2" } }),
    'Invalid principal in policy: "ROBOT":"r2"',
  ],
  [
    "two statements of one name",
    document({ ...trust, Sid: "a" }, { ...trust, Sid: "a" }),
    "Statement IDs (SID) in a single policy must be unique.",
  ],
];

test.each(brokenTrust)("a trust policy with %s is refused", (_what, text, message) => {
  expect(() => readTrustPolicy(text)).toThrow(
    expect.objectContaining({ code: "MalformedPolicyDocumentException", message }),
  );
});

test("a permissions policy of usual form passes", () => {
  const logs = { ...allow, Action: ["logs:*"], Resource: ["arn:aws:logs:*:*:*"] };
  checkPermissionsPolicy(document(allow, logs));
});

const brokenPermissions: [string, string, string][] = [
  ["not JSON", "nope", "This policy contains invalid Json"],
  [
    "a principal",
    document({ ...allow, Principal: "*" }),
    "Policy document should not specify a principal.",
  ],
  [
    "no resource",
    document({ Effect: "Allow", Action: "s3:*" }),
    "Policy statement must contain resources.",
  ],
  [
    "a resource that is no ARN",
    document({ ...allow, Resource: "bucket" }),
    'Resource bucket must be in ARN format or "*".',
  ],
  [
    "an action without a service",
    document({ ...allow, Action: "GetObject" }),
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
  ],
  [
    "no version",
    JSON.stringify({ Statement: [allow] }),
    "Policy document must be version 2012-10-17 or greater.",
  ],
];

test.each(brokenPermissions)("a permissions policy with %s is refused", (_what, text, message) => {
  expect(() => checkPermissionsPolicy(text)).toThrow(
    expect.objectContaining({ code: "MalformedPolicyDocumentException", message }),
  );
});
