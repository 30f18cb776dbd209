import { expect, test } from "vitest";
import { checkProperties } from "./check-properties.ts";
import { conforms } from "./conforms.ts";
import type { Properties } from "./properties.ts";

const type = "AWS::Cognito::UserPoolClient";

test("what has been checked conforms", () => {
  const checked = checkProperties(type, "Client", { UserPoolId: "p", IdTokenValidity: "60" });
  expect(conforms(type, checked)).toBe(true);
});

test("what has yet to be coerced does not", () => {
  expect(conforms(type, { UserPoolId: "p", IdTokenValidity: "60" })).toBe(false);
  expect(conforms("AWS::IAM::Role", { AssumeRolePolicyDocument: "{}" })).toBe(false);
});

test.each([[{}], [null], ["p"], [[]], [{ UserPoolId: "p", Pool: "p" }]])("nor does %j", (given) => {
  expect(conforms(type, given)).toBe(false);
});

test("the types are those of the schema", () => {
  const given: unknown = { UserPoolId: "p", TokenValidityUnits: { IdToken: "minutes" } };
  if (!conforms(type, given)) throw new Error("it should conform");
  const properties: Properties["AWS::Cognito::UserPoolClient"] = given;
  expect(properties.TokenValidityUnits?.IdToken).toBe("minutes");
});
