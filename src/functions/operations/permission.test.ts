import {
  AddPermissionCommand,
  type AddPermissionCommandInput,
  DeleteFunctionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  RemovePermissionCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
} from "../../../test/fixtures/functions.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:";
const sourceArn = "arn:aws:execute-api:us-east-1:000000000000:a1b2c3d4e5/*/GET/hello";
const files = { "app.py": "def handler(e, c):\n    return 1\n" };
let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

const add = (FunctionName: string, more: Partial<AddPermissionCommandInput> = {}) =>
  server.lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: "api",
      Action: "lambda:InvokeFunction",
      Principal: "apigateway.amazonaws.com",
      ...more,
    }),
  );
const policy = async (FunctionName: string, Qualifier?: string) => {
  const answer = await server.lambda.send(new GetPolicyCommand({ FunctionName, Qualifier }));
  return { ...JSON.parse(answer.Policy ?? ""), revisionId: answer.RevisionId };
};
const remove = (FunctionName: string, StatementId: string, RevisionId?: string) =>
  server.lambda.send(new RemovePermissionCommand({ FunctionName, StatementId, RevisionId }));

test("a statement is in the policy until it is removed", async () => {
  await createFunction(server, "kept", files);
  const { Statement = "" } = await add("kept", {
    SourceArn: sourceArn,
    SourceAccount: "000000000000",
  });
  const statement = {
    Sid: "api",
    Effect: "Allow",
    Principal: { Service: "apigateway.amazonaws.com" },
    Action: "lambda:InvokeFunction",
    Resource: `${arn}kept`,
    Condition: {
      StringEquals: { "AWS:SourceAccount": "000000000000" },
      ArnLike: { "AWS:SourceArn": sourceArn },
    },
  };
  expect(JSON.parse(Statement)).toEqual(statement);
  const made = await policy("kept");
  expect(made).toMatchObject({ Version: "2012-10-17", Id: "default", Statement: [statement] });
  await remove("kept", "api", made.revisionId);
  await expect(policy("kept")).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: "The resource you requested does not exist.",
  });
});

test.each([
  ["123456789012", { AWS: "arn:aws:iam::123456789012:root" }],
  ["arn:aws:iam::123456789012:role/a", { AWS: "arn:aws:iam::123456789012:role/a" }],
  ["*", "*"],
  ["s3.amazonaws.com", { Service: "s3.amazonaws.com" }],
])("principal %s", async (Principal, expected) => {
  await createFunction(server, "principals", files);
  const { Statement = "" } = await add("principals", { Principal });
  expect(JSON.parse(Statement).Principal).toEqual(expected);
  await server.lambda.send(new DeleteFunctionCommand({ FunctionName: "principals" }));
});

test("a policy goes with its function", async () => {
  await createFunction(server, "gone", files);
  await add("gone");
  await server.lambda.send(new DeleteFunctionCommand({ FunctionName: "gone" }));
  await createFunction(server, "gone", files);
  await expect(policy("gone")).rejects.toThrow("The resource you requested does not exist.");
});

test("a new statement is another revision, and no change of settings", async () => {
  await createFunction(server, "revised", files);
  const get = new GetFunctionConfigurationCommand({ FunctionName: "revised" });
  const before = await server.lambda.send(get);
  await add("revised", { RevisionId: before.RevisionId });
  const after = await server.lambda.send(get);
  expect(after.RevisionId).not.toBe(before.RevisionId);
  expect(after.LastModified).toBe(before.LastModified);
  expect((await policy("revised")).revisionId).toBe(after.RevisionId);
});

test("statements about a function URL are shown as conditions", async () => {
  await createFunction(server, "called", files);
  const open = { Principal: "*", Action: "lambda:InvokeFunctionUrl" };
  await add("called", { ...open, StatementId: "url", FunctionUrlAuthType: "NONE" });
  await add("called", { Principal: "*", StatementId: "run", InvokedViaFunctionUrl: true });
  expect((await policy("called")).Statement).toEqual([
    {
      ...{ Sid: "url", Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunctionUrl" },
      Resource: `${arn}called`,
      Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } },
    },
    {
      ...{ Sid: "run", Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunction" },
      Resource: `${arn}called`,
      Condition: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } },
    },
  ]);
});

test("statements that are added in parallel are all there", async () => {
  await createFunction(server, "parallel", files);
  const ids = Array.from({ length: 20 }, (_, index) => `s${index}`);
  await Promise.all(ids.map((StatementId) => add("parallel", { StatementId })));
  const { Statement } = await policy("parallel");
  const sids: string[] = Statement.map(({ Sid }: { Sid: string }) => Sid);
  expect(sids.sort()).toEqual(ids.sort());
});

test("of 50 parallel statements of one name, one is added", async () => {
  await createFunction(server, "same", files);
  const added = await Promise.allSettled(Array.from({ length: 50 }, () => add("same")));
  expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a policy has room for 20,480 bytes", async () => {
  await createFunction(server, "full", files);
  const long = { SourceArn: `${sourceArn}${"x".repeat(3900)}` };
  for (const StatementId of ["a", "b", "c", "d"]) await add("full", { ...long, StatementId });
  await expect(add("full", { ...long, StatementId: "e" })).rejects.toMatchObject({
    name: "PolicyLengthExceededException",
    message: expect.stringMatching(
      /^The final policy size \(20\d{3}\) is bigger than the limit \(20480\)\.$/,
    ),
  });
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    "a statement's name twice",
    () => add("refuse"),
    "ResourceConflictException",
    "The statement id (api) provided already exists. Please provide a new statement id, or " +
      "remove the existing statement.",
  ],
  [
    "nobody as principal",
    () => add("refuse", { StatementId: "b", Principal: "nobody" }),
    "InvalidParameterValueException",
    "The provided principal was invalid. Please check the principal and try again.",
  ],
  [
    "an auth type without a function URL",
    () => add("refuse", { StatementId: "b", FunctionUrlAuthType: "NONE" }),
    "InvalidParameterValueException",
    "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action",
  ],
  [
    "another revision",
    () => add("refuse", { StatementId: "b", RevisionId: "old" }),
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to " +
      "retrieve the latest Revision Id",
  ],
  [
    "$LATEST",
    () => add("refuse", { StatementId: "b", Qualifier: "$LATEST" }),
    "InvalidParameterValueException",
    "We currently do not support adding policies for $LATEST.",
  ],
  [
    "a version that is not there",
    () => add("refuse", { StatementId: "b", Qualifier: "7" }),
    "ResourceNotFoundException",
    `Function not found: ${arn}refuse:7`,
  ],
  [
    "removing what is not there",
    () => remove("refuse", "b"),
    "ResourceNotFoundException",
    "Statement b is not found in resource policy.",
  ],
  [
    "removing from another revision",
    () => remove("refuse", "api", "old"),
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to " +
      "retrieve the latest Revision Id",
  ],
  [
    "removing where there is no policy",
    () => remove("bare", "api"),
    "ResourceNotFoundException",
    "No policy is associated with the given resource.",
  ],
])("%s is refused", async (_, attempt, name, message) => {
  await createFunction(server, "refuse", files).catch(() => {});
  await createFunction(server, "bare", files).catch(() => {});
  await add("refuse").catch(() => {});
  await expect(attempt()).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message),
  });
});
