import { expect, test } from "vitest";
import { allows, statementOf } from "./policy.ts";

const caller = {
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
