import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
} from "../../test/fixtures/functions.ts";
import type { FunctionUrlSource } from "../foundation/invoke.ts";

const FunctionName = "hello";
const arn = "arn:aws:lambda:us-east-1:000000000000:function:hello";
const open: FunctionUrlSource = { kind: "function-url", authType: "NONE" };
const unsigned: FunctionUrlSource = { kind: "function-url", authType: "AWS_IAM" };
const signedBy = (account: string): FunctionUrlSource => {
  return { ...unsigned, caller: { account, arn: `arn:aws:iam::${account}:user/ada` } };
};
let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
  await createFunction(server, FunctionName, { "app.py": "def handler(e, c):\n    return 1\n" });
  const alias = { FunctionName, Name: "live", FunctionVersion: "$LATEST" };
  await server.lambda.send(new CreateAliasCommand(alias));
});
afterAll(() => server.close());

const call = (source: FunctionUrlSource, functionArn = arn) =>
  server.functions.invoke({ functionArn, source, payload: "{}", timeoutMs: 20_000 });
const permit = (StatementId: string, Principal: string, more: object) =>
  server.lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName, StatementId, Principal, Action: "lambda:InvokeFunctionUrl" },
      ...more,
    }),
  );

test("an open URL needs a permission for everybody, of its own alias", async () => {
  expect(await call(open)).toEqual({
    kind: "not-permitted",
    reason:
      "everybody (*) has no permission lambda:InvokeFunctionUrl on hello with the auth type " +
      "NONE: 0 statements are there, and none allows it",
    change:
      "aws lambda add-permission --function-name hello --statement-id permission-1 " +
      "--action lambda:InvokeFunctionUrl --principal '*' --function-url-auth-type NONE",
  });
  await permit("open", "*", { FunctionUrlAuthType: "NONE", Qualifier: "live" });
  expect(await call(open, `${arn}:live`)).toMatchObject({ kind: "answered" });
  expect(await call(open)).toMatchObject({ kind: "not-permitted" });
  expect(await call(signedBy("111111111111"), `${arn}:live`)).toMatchObject({
    kind: "not-permitted",
    change:
      "aws lambda add-permission --function-name hello --qualifier live --statement-id " +
      "permission-2 --action lambda:InvokeFunctionUrl --principal '111111111111' " +
      "--function-url-auth-type AWS_IAM",
  });
});

test("a URL that wants signatures is for its account, and for others with permission", async () => {
  expect(await call(unsigned)).toEqual({
    kind: "not-permitted",
    reason: "the URL of hello has the auth type AWS_IAM, and the call is not signed",
    change: "sign the call (Signature Version 4, service lambda)",
  });
  expect(await call(signedBy("000000000000"))).toMatchObject({ kind: "answered" });
  expect(await call(signedBy("111111111111"))).toMatchObject({
    kind: "not-permitted",
    reason: expect.stringContaining("arn:aws:iam::111111111111:user/ada has no permission"),
  });
  await permit("other", "111111111111", { FunctionUrlAuthType: "AWS_IAM" });
  expect(await call(signedBy("111111111111"))).toMatchObject({ kind: "answered" });
  expect(await call(signedBy("222222222222"))).toMatchObject({ kind: "not-permitted" });
  expect(await call(unsigned)).toMatchObject({ kind: "not-permitted" });
  expect(await call(open)).toMatchObject({ kind: "not-permitted" });
});

test("a URL waits as long as the slowest version that its alias may choose", async () => {
  const { FunctionUrl = "" } = await server.lambda.send(
    new CreateFunctionUrlConfigCommand({ FunctionName, Qualifier: "live", AuthType: "NONE" }),
  );
  const timeoutMs = async () =>
    (await server.functions.functionUrl(new URL(FunctionUrl).hostname.slice(0, 32)))?.timeoutMs;
  expect(await timeoutMs()).toBe(33_000);
  for (const Timeout of [20, 10]) {
    await server.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout }));
    await server.lambda.send(new PublishVersionCommand({ FunctionName }));
  }
  const alias = { FunctionName, Name: "live", FunctionVersion: "2" };
  await server.lambda.send(new UpdateAliasCommand(alias));
  expect(await timeoutMs()).toBe(40_000);
  const RoutingConfig = { AdditionalVersionWeights: { "1": 0.5 } };
  await server.lambda.send(new UpdateAliasCommand({ ...alias, RoutingConfig }));
  expect(await timeoutMs()).toBe(50_000);
});
