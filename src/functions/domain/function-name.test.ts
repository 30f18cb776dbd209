import { expect, test } from "vitest";
import { parseFunctionArn, parseFunctionName } from "./function-name.ts";

const tenant = { account: "000000000000", region: "us-east-1" };
const arn = "arn:aws:lambda:us-east-1:000000000000:function:hello";

test.each([
  ["hello", { name: "hello" }],
  ["hello:3", { name: "hello", qualifier: "3" }],
  ["hello:$LATEST", { name: "hello", qualifier: "$LATEST" }],
  ["function:hello", { name: "hello" }],
  ["000000000000:function:hello", { name: "hello" }],
  ["000000000000:function:hello:live", { name: "hello", qualifier: "live" }],
  [arn, { name: "hello" }],
  [`${arn}:live`, { name: "hello", qualifier: "live" }],
])("%s", (text, expected) => {
  expect(parseFunctionName(text, tenant)).toEqual(expected);
});

test.each([
  ["arn:aws:lambda:eu-west-1:000000000000:function:hello", "other-region"],
  ["arn:aws:lambda:us-east-1:111111111111:function:hello", "other-account"],
  ["111111111111:function:hello", "other-account"],
  ["arn:aws:sqs:us-east-1:000000000000:hello", "malformed"],
  ["a:b:c:d", "malformed"],
  ["../hello", "malformed"],
])("%s is refused", (text, problem) => {
  expect(parseFunctionName(text, tenant)).toMatchObject({ problem });
});

test("a qualifier beside the name must agree with the one in it", () => {
  expect(parseFunctionName("hello:1", tenant, "1")).toEqual({ name: "hello", qualifier: "1" });
  expect(parseFunctionName("hello", tenant, "1")).toEqual({ name: "hello", qualifier: "1" });
  expect(parseFunctionName("hello:1", tenant, "2")).toEqual({ problem: "two-qualifiers" });
});

test("an ARN names its own tenant", () => {
  const elsewhere = "arn:aws:lambda:eu-west-1:123456789012:function:hello:live";
  expect(parseFunctionArn(elsewhere)).toEqual({
    tenant: { account: "123456789012", region: "eu-west-1" },
    name: "hello",
    qualifier: "live",
  });
  expect(parseFunctionArn("hello")).toBeUndefined();
  expect(parseFunctionArn("arn:aws:sns:us-east-1:000000000000:hello")).toBeUndefined();
});
