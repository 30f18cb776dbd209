import { expect, test } from "vitest";
import { parseRoleArn, parseSessionArn } from "./role.ts";

test("a role's ARN has its account and its name, whatever the path", () => {
  const expected = { account: "000000000000", name: "hello" };
  expect(parseRoleArn("arn:aws:iam::000000000000:role/hello")).toEqual(expected);
  expect(parseRoleArn("arn:aws:iam::000000000000:role/service-role/a/hello")).toEqual(expected);
});

test.each([
  "hello",
  "arn:aws:iam::000000000000:user/hello",
  "arn:aws:iam::1:role/hello",
  "arn:aws:iam::000000000000:role/",
  "arn:aws:sts::000000000000:role/hello",
])("%s is no role's ARN", (arn) => {
  expect(parseRoleArn(arn)).toBeUndefined();
});

test("a session's ARN has its role and its name", () => {
  expect(parseSessionArn("arn:aws:sts::000000000000:assumed-role/hello/cdk")).toEqual({
    account: "000000000000",
    roleName: "hello",
    sessionName: "cdk",
  });
  expect(parseSessionArn("arn:aws:iam::000000000000:root")).toBeUndefined();
});
