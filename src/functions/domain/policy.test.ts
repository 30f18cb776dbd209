import { expect, test } from "vitest";
import { allows, type Caller, statementOf } from "./policy.ts";

const caller: Caller = {
  kind: "service",
  principal: "apigateway.amazonaws.com",
  sourceArn: "arn:aws:execute-api:us-east-1:000000000000:a1b2c3d4e5/api/GET/pets/{id}",
  sourceAccount: "000000000000",
};
const base = {
  StatementId: "s",
  Action: "lambda:InvokeFunction",
  Principal: "apigateway.amazonaws.com",
};
const arn = "arn:aws:execute-api:us-east-1:000000000000:a1b2c3d4e5";

test.each<[string, object, boolean]>([
  ["no condition", {}, true],
  ["everybody", { Principal: "*" }, true],
  ["the API", { SourceArn: `${arn}/*` }, true],
  ["the route", { SourceArn: `${arn}/*/GET/pets/{id}` }, true],
  ["the route in every method", { SourceArn: `${arn}/*/*/pets/{id}` }, true],
  ["the route and the account", { SourceArn: `${arn}/*`, SourceAccount: "000000000000" }, true],
  ["every function action", { Action: "lambda:*" }, true],
  ["another stage", { SourceArn: `${arn}/prod/*` }, false],
  ["another method", { SourceArn: `${arn}/*/POST/*` }, false],
  ["another route", { SourceArn: `${arn}/*/*/pets` }, false],
  ["another API", { SourceArn: "arn:aws:execute-api:us-east-1:000000000000:other/*" }, false],
  ["another region", { SourceArn: arn.replace("us-east-1", "eu-west-1") }, false],
  ["another account", { SourceAccount: "111111111111" }, false],
  ["another service", { Principal: "s3.amazonaws.com" }, false],
  ["an account", { Principal: "000000000000" }, false],
  ["another action", { Action: "lambda:GetFunction" }, false],
  ["function URLs", { Action: "lambda:InvokeFunctionUrl", FunctionUrlAuthType: "NONE" }, false],
  ["calls by a function URL", { Principal: "*", InvokedViaFunctionUrl: true }, false],
  ["an organization", { Principal: "*", PrincipalOrgID: "o-a1b2c3d4e5" }, false],
  ["a token", { EventSourceToken: "secret" }, false],
])("a statement for %s: %s", (_, wish, expected) => {
  const statement = statementOf({ ...base, ...wish }, "arn:aws:lambda:::function:hello");
  expect(statement && allows([statement], caller)).toBe(expected);
});

test("nothing allows nothing", () => {
  expect(allows([], caller)).toBe(false);
});

const url: Caller = { kind: "function-url", authType: "NONE" };
const session = "arn:aws:sts::111111111111:assumed-role/deploy/cdk";
const signed: Caller = {
  kind: "function-url",
  authType: "AWS_IAM",
  caller: { account: "111111111111", arn: session },
};
const urlAction = "lambda:InvokeFunctionUrl";
const none = { FunctionUrlAuthType: "NONE" };
const iam = { FunctionUrlAuthType: "AWS_IAM" };
const role = "arn:aws:iam::111111111111:role";

test.each<[string, object, Caller, boolean]>([
  ["everybody", { Principal: "*" }, url, true],
  ["everybody without a signature", { Principal: "*", ...none }, url, true],
  ["everybody with a signature", { Principal: "*", ...iam }, url, false],
  ["everybody, for every action", { Principal: "*", Action: "lambda:*" }, url, true],
  ["everybody, for functions", { Principal: "*", Action: "lambda:InvokeFunction" }, url, false],
  ["everybody, from a source", { Principal: "*", SourceArn: `${arn}/*` }, url, false],
  ["everybody in an organization", { Principal: "*", PrincipalOrgID: "o-a1b2c3" }, url, false],
  ["an account, without a signature", { Principal: "111111111111" }, url, false],
  ["a service", {}, url, false],
  ["everybody", { Principal: "*" }, signed, true],
  ["everybody with a signature", { Principal: "*", ...iam }, signed, true],
  ["everybody without a signature", { Principal: "*", ...none }, signed, false],
  ["the account", { Principal: "111111111111", ...iam }, signed, true],
  ["another account", { Principal: "222222222222", ...iam }, signed, false],
  ["the session", { Principal: session }, signed, true],
  ["the session's role", { Principal: `${role}/deploy` }, signed, true],
  ["the session's role with a path", { Principal: `${role}/team/deploy` }, signed, true],
  ["another role", { Principal: `${role}/deploy2` }, signed, false],
  [
    "a role of another account",
    { Principal: "arn:aws:iam::222222222222:role/deploy" },
    signed,
    false,
  ],
])("a statement for %s on a URL: %s", (_, wish, who, expected) => {
  const statement = statementOf(
    { ...base, Action: urlAction, ...wish },
    "arn:aws:lambda:::function:hello",
  );
  expect(statement !== undefined && allows([statement], who)).toBe(expected);
});
