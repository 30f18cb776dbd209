import { expect, test } from "vitest";
import { attributesOf, hasAttribute, hasType, identityOf } from "./resource-types.ts";

test("types with a schema", () => {
  for (const type of ["AWS::Cognito::UserPool", "AWS::CDK::Metadata", "Custom::Users"]) {
    expect(hasType(type), type).toBe(true);
  }
});

test.each([
  "AWS::Cognito::UserPools",
  "AWS::DynamoDB::Table",
  "AWS::cognito::UserPool",
  "AWS::Cognito",
  "AWS::../tables/Cognito::UserPool",
  "AWS::constructor::name",
  "AWS::Cognito::__proto__",
  "constructor",
  "__proto__",
  "",
])("%j has none", (type) => {
  expect(hasType(type)).toBe(false);
  expect(attributesOf(type)).toEqual([]);
  expect(hasAttribute(type, "Arn")).toBe(false);
});

test("attributes", () => {
  expect(attributesOf("AWS::ApiGatewayV2::Api")).toContain("ApiEndpoint");
  expect(hasAttribute("AWS::Cognito::UserPool", "ProviderURL")).toBe(true);
  expect(hasAttribute("AWS::Cognito::UserPool", "PoolName")).toBe(false);
  expect(hasAttribute("AWS::Cognito::UserPool", "constructor")).toBe(false);
});

test("attributes of any name", () => {
  expect(hasAttribute("Custom::Users", "Password")).toBe(true);
  expect(hasAttribute("AWS::CloudFormation::Stack", "Outputs.PoolId")).toBe(true);
  expect(hasAttribute("AWS::CloudFormation::Stack", "PoolId")).toBe(false);
});

test("what names a resource, and what Ref gives", () => {
  expect(identityOf("AWS::ApiGatewayV2::Route")).toEqual({
    identifier: ["ApiId", "RouteId"],
    ref: ["RouteId"],
  });
  expect(identityOf("AWS::IAM::Role")).toEqual({ identifier: ["RoleName"], ref: ["RoleName"] });
  expect(identityOf("AWS::Lambda::Alias")).toMatchObject({ ref: ["AliasArn"] });
});
