import type { Change, ResourceChange } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { describeChanges } from "./describe.ts";
import { isSecurityRelevant } from "./security.ts";

const colorless = (_: string, text: string) => text;
const change = (ResourceChange: ResourceChange): Change => ({ Type: "Resource", ResourceChange });

const detail = (Name: string, more: object = {}) => ({
  Target: { Attribute: "Properties" as const, Name, ...more },
});

test("each resource is a line with what happens to it, each property one below", () => {
  const lines = describeChanges(
    "shop",
    [
      change({ Action: "Add", ResourceType: "AWS::Logs::LogGroup", LogicalResourceId: "Log" }),
      change({
        ...{ Action: "Modify", ResourceType: "AWS::Lambda::Function", LogicalResourceId: "Fn" },
        Replacement: "False",
        Details: [
          detail("Timeout", { BeforeValue: "3", AfterValue: "5" }),
          detail("Timeout", { BeforeValue: "3", AfterValue: "5" }),
          detail("Description", { AfterValue: `new\n${"x".repeat(80)}` }),
        ],
      }),
      change({
        ...{ Action: "Modify", ResourceType: "AWS::Cognito::UserPool", LogicalResourceId: "Pool" },
        ...{ Replacement: "True", Details: [detail("Alias", { RequiresRecreation: "Always" })] },
      }),
      change({
        ...{ Action: "Modify", ResourceType: "AWS::S3::Bucket", LogicalResourceId: "Maybe" },
        Replacement: "Conditional",
      }),
      change({ Action: "Remove", ResourceType: "AWS::S3::Bucket", LogicalResourceId: "Old" }),
      change({
        ...{ Action: "Remove", ResourceType: "AWS::S3::Bucket", LogicalResourceId: "Kept" },
        PolicyAction: "Retain",
      }),
    ],
    colorless,
  );
  expect(lines).toEqual([
    "shop",
    "  + AWS::Logs::LogGroup  Log",
    "  ~ AWS::Lambda::Function  Fn",
    "      Timeout: 3 → 5",
    `      Description: nothing → new ${"x".repeat(56)}…`,
    "  ± AWS::Cognito::UserPool  Pool  (is replaced)",
    "      Alias  forces replacement",
    "  ~ AWS::S3::Bucket  Maybe  (may be replaced)",
    "  - AWS::S3::Bucket  Old",
    "  - AWS::S3::Bucket  Kept  (leaves the stack, and stays)",
    "  1 to add, 3 to change (1 to replace), 2 to remove",
  ]);
});

test("what bears on who may do what is marked, and named at the end", () => {
  const role = { ResourceType: "AWS::IAM::Role", LogicalResourceId: "Role" };
  const route = { ResourceType: "AWS::ApiGatewayV2::Route", LogicalResourceId: "Route" };
  const changes = [
    change({ Action: "Add", ...role }),
    change({ Action: "Modify", ...route, Details: [detail("AuthorizationType")] }),
  ];
  expect(describeChanges("shop", changes, colorless)).toEqual([
    "shop",
    "  + AWS::IAM::Role  Role  (security)",
    "  ~ AWS::ApiGatewayV2::Route  Route  (security)",
    "      AuthorizationType",
    "  Who may do what: look at Role, Route.",
    "  1 to add, 1 to change, 0 to remove",
  ]);
  const harmless = { ...route, Details: [detail("Target")] };
  expect(isSecurityRelevant(harmless)).toBe(false);
  expect(isSecurityRelevant({ ...route, Action: "Add" })).toBe(true);
});

test("a change of no resource is told as one", () => {
  expect(describeChanges("shop", [], colorless)[1]).toMatch(/only outputs, tags or the like/);
});
