import { expect, test } from "vitest";
import type { ServiceShapes, Shape } from "./shape.ts";
import { shapes as pools } from "./shapes/cognito-idp.ts";
import { shapes as lambda } from "./shapes/lambda.ts";
import { validate } from "./validate.ts";

test.each([
  [
    "a required member that is absent",
    "AdminGetUserRequest",
    { Username: "zoe" },
    "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: " +
      "Member must not be null",
  ],
  [
    "a required sensitive member that is absent",
    "AdminGetUserRequest",
    { UserPoolId: "us-east-1_a" },
    "1 validation error detected: Value at 'username' failed to satisfy constraint: " +
      "Member must not be null",
  ],
  [
    "a pattern",
    "CreateUserPoolRequest",
    { PoolName: "a/b" },
    "1 validation error detected: Value 'a/b' at 'poolName' failed to satisfy constraint: Member " +
      "must satisfy regular expression pattern: [\\w\\s+=,.@-]+",
  ],
  [
    "an enum, in AWS's order",
    "CreateUserPoolRequest",
    { PoolName: "a", MfaConfiguration: "MAYBE" },
    "1 validation error detected: Value 'MAYBE' at 'mfaConfiguration' failed to satisfy " +
      "constraint: Member must satisfy enum value set: [OPTIONAL, OFF, ON]",
  ],
  [
    "a number out of range",
    "ListUsersRequest",
    { UserPoolId: "us-east-1_a", Limit: 61 },
    "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: Member " +
      "must have value less than or equal to 60",
  ],
  [
    "a member of an item of a list, without its sensitive value",
    "AdminCreateUserRequest",
    {
      UserPoolId: "us-east-1_a",
      Username: "zoe",
      UserAttributes: [{ Name: "name" }, { Name: "x".repeat(33), Value: "y".repeat(2049) }],
    },
    "2 validation errors detected: Value 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' at " +
      "'userAttributes.2.member.name' failed to satisfy constraint: Member must have length less " +
      "than or equal to 32; Value at 'userAttributes.2.member.value' failed to satisfy " +
      "constraint: Member must have length less than or equal to 2048",
  ],
  [
    "two violations of one sensitive member",
    "AdminSetUserPasswordRequest",
    { UserPoolId: "us-east-1_a", Username: "zoe", Password: `${"x".repeat(256)} ` },
    "2 validation errors detected: Value at 'password' failed to satisfy constraint: Member must " +
      "have length less than or equal to 256; Value at 'password' failed to satisfy constraint: " +
      "Member must satisfy regular expression pattern: [\\S]+",
  ],
])("%s", (_, shape, input, message) => {
  expect(validate(pools, shape, input)).toBe(message);
});

test("what breaks in a map is told of the map as a whole, and its values are not quoted", () => {
  const input = {
    FunctionName: "f",
    Environment: { Variables: { "1A": "secret", "2B": "secret", OK: "x" } },
  };
  expect(validate(lambda, "UpdateFunctionConfigurationRequest", input)).toBe(
    "1 validation error detected: Value at 'environment.variables' failed to satisfy constraint: " +
      "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: " +
      "[a-zA-Z]([a-zA-Z0-9_])+]",
  );
});

test.each([
  ["AdminGetUserRequest", { UserPoolId: "us-east-1_a", Username: "zoë 😀".replace(" ", "") }],
  ["InitiateAuthRequest", { AuthFlow: "USER_SRP_AUTH", ClientId: "abc", AuthParameters: {} }],
])("a good %s has no violations", (shape, input) => {
  expect(validate(pools, shape, input)).toBeUndefined();
});

const scratch: Readonly<Record<string, Shape>> = {
  Input: {
    kind: "structure",
    members: {
      Names: { shape: "Names" },
      Data: { shape: "Data" },
      Free: { shape: "Free" },
      Short: { shape: "Short" },
    },
  },
  Names: { kind: "list", member: { shape: "Short" }, min: 1, max: 2 },
  Short: { kind: "string", max: 2 },
  Data: { kind: "blob", max: 2 },
  Free: { kind: "string", pattern: "(a|b)+@[ab]+" },
};
const table: ServiceShapes = { ...pools, operations: {}, shapes: scratch };

test.each([
  [{ Names: [] }, "Value '[]' at 'names' failed to satisfy constraint: Member must have length "],
  [{ Names: ["a", "b", "c"] }, "Value '[a, b, c]' at 'names'"],
  [{ Names: ["a", "bcd"] }, "Value 'bcd' at 'names.2.member' failed"],
  [{ Data: new Uint8Array(3) }, "Value at 'data' failed to satisfy constraint: Member must have "],
  [{ Free: `${"a".repeat(5000)}@a` }, "Member must satisfy regular expression pattern"],
])("%j", (input, part) => {
  expect(validate(table, "Input", input)).toContain(part);
});

test("a character outside the basic plane counts once", () => {
  expect(validate(table, "Input", { Short: "😀😀" })).toBeUndefined();
  expect(validate(table, "Input", { Short: "😀😀😀" })).toContain("less than or equal to 2");
});

test("a flood of violations is cut off", () => {
  const Names = Array.from({ length: 10_000 }, () => "abc");
  expect(validate(table, "Input", { Names })).toMatch(/^50 validation errors detected: /);
});

test("a long value is quoted by its beginning", () => {
  const message = validate(table, "Input", { Short: "x".repeat(100_000) }) ?? "";
  expect(message.length).toBeLessThan(1200);
});
