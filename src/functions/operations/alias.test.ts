import {
  AddPermissionCommand,
  CreateAliasCommand,
  type CreateAliasCommandInput,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetPolicyCommand,
  ListAliasesCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  type UpdateAliasCommandInput,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
  zipOf,
} from "../../../test/fixtures/functions.ts";

const FunctionName = "hello";
const arn = "arn:aws:lambda:us-east-1:000000000000:function:hello";
let server: FunctionsServer;

const says = (word: string) => ({
  "app.py": `def handler(e, c):\n    return ['${word}', c.invoked_function_arn]\n`,
});

/** A function whose versions 1 and 2 say "one" and "two". */
beforeAll(async () => {
  server = await functionsServer();
  await createFunction(server, FunctionName, says("one"), { Publish: true });
  const ZipFile = zipOf(says("two"));
  await server.lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile, Publish: true }));
});
afterAll(() => server.close());

const create = (Name: string, more: Partial<CreateAliasCommandInput> = {}) =>
  server.lambda.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion: "1", ...more }));
const update = (Name: string, more: Partial<UpdateAliasCommandInput>) =>
  server.lambda.send(new UpdateAliasCommand({ FunctionName, Name, ...more }));
const get = (Name: string) => server.lambda.send(new GetAliasCommand({ FunctionName, Name }));
const remove = (Name: string) => server.lambda.send(new DeleteAliasCommand({ FunctionName, Name }));
const run = (Qualifier: string) => invokeFunction(server, FunctionName, {}, { Qualifier });

test("an alias leads to a version, and then to another one", async () => {
  const created = await create("live", { Description: "what runs" });
  expect(created).toMatchObject({
    AliasArn: `${arn}:live`,
    Name: "live",
    FunctionVersion: "1",
    Description: "what runs",
  });
  expect(created.RoutingConfig).toBeUndefined();
  expect(await run("live")).toMatchObject({ version: "1", result: ["one", `${arn}:live`] });
  await update("live", { FunctionVersion: "2", RevisionId: created.RevisionId });
  expect(await run("live")).toMatchObject({ version: "2", result: ["two", `${arn}:live`] });
  expect(await get("live")).toMatchObject({ FunctionVersion: "2", Description: "what runs" });
  const { Configuration } = await server.lambda.send(
    new GetFunctionCommand({ FunctionName, Qualifier: "live" }),
  );
  expect(Configuration).toMatchObject({ FunctionArn: `${arn}:live`, Version: "2" });
});

test("an alias may give a part of the events to a second version", async () => {
  const RoutingConfig = { AdditionalVersionWeights: { "2": 0.5 } };
  expect((await create("split", { RoutingConfig })).RoutingConfig).toEqual(RoutingConfig);
  const runs = await Promise.all(Array.from({ length: 40 }, () => run("split")));
  expect(new Set(runs.map(({ version }) => version))).toEqual(new Set(["1", "2"]));
  await update("split", { RoutingConfig: { AdditionalVersionWeights: { "2": 1 } } });
  expect((await run("split")).version).toBe("2");
  await update("split", { RoutingConfig: { AdditionalVersionWeights: {} } });
  expect((await get("split")).RoutingConfig).toBeUndefined();
  expect((await run("split")).version).toBe("1");
});

test("aliases are listed by name, page by page, all or those of a version", async () => {
  await createFunction(server, "listed", says("x"), { Publish: true });
  for (const Name of ["c", "a", "b"]) {
    const FunctionVersion = Name === "b" ? "$LATEST" : "1";
    await create(Name, { FunctionName: "listed", FunctionVersion });
  }
  const list = async (more: object) =>
    server.lambda.send(new ListAliasesCommand({ FunctionName: "listed", ...more }));
  const first = await list({ MaxItems: 2 });
  const names = (first.Aliases ?? []).map(({ Name }) => Name);
  expect(names).toEqual(["a", "b"]);
  const second = await list({ MaxItems: 2, Marker: first.NextMarker });
  expect(second).toMatchObject({ Aliases: [{ Name: "c" }] });
  expect(second.NextMarker).toBeUndefined();
  const ofVersion = await list({ FunctionVersion: "1" });
  expect((ofVersion.Aliases ?? []).map(({ Name }) => Name)).toEqual(["a", "c"]);
});

test("a deleted alias takes its policy along; one that is not there is gone already", async () => {
  await create("short");
  const statement = {
    StatementId: "api",
    Action: "lambda:InvokeFunction",
    Principal: "apigateway.amazonaws.com",
  };
  const before = await get("short");
  await server.lambda.send(
    new AddPermissionCommand({ FunctionName, Qualifier: "short", ...statement }),
  );
  const policy = new GetPolicyCommand({ FunctionName, Qualifier: "short" });
  const { Policy = "", RevisionId } = await server.lambda.send(policy);
  expect(JSON.parse(Policy).Statement[0].Resource).toBe(`${arn}:short`);
  expect(RevisionId).not.toBe(before.RevisionId);
  expect((await get("short")).RevisionId).toBe(RevisionId);
  await remove("short");
  await remove("short");
  await create("short");
  await expect(server.lambda.send(policy)).rejects.toThrow("does not exist");
});

test("of 50 parallel creations of one alias, one wins", async () => {
  const all = await Promise.allSettled(Array.from({ length: 50 }, () => create("race")));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

const weights = (AdditionalVersionWeights: Record<string, number>) => ({
  RoutingConfig: { AdditionalVersionWeights },
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    "a name twice",
    () => create("taken"),
    "ResourceConflictException",
    `Alias already exists: ${arn}:taken`,
  ],
  [
    "a version that is not there",
    () => create("b", { FunctionVersion: "9" }),
    "ResourceNotFoundException",
    `Function not found: ${arn}:9`,
  ],
  [
    "a second version that is not there",
    () => create("b", weights({ "9": 0.1 })),
    "ResourceNotFoundException",
    `Function not found: ${arn}:9`,
  ],
  [
    "the same version twice",
    () => create("b", weights({ "1": 0.1 })),
    "InvalidParameterValueException",
    "Invalid function version 1. Function version 1 is already included in routing configuration.",
  ],
  [
    "$LATEST beside another",
    () => create("b", { FunctionVersion: "$LATEST", ...weights({ "1": 0.1 }) }),
    "InvalidParameterValueException",
    "$LATEST is not supported for an alias pointing to more than 1 version",
  ],
  [
    "three versions",
    () => update("taken", weights({ "2": 0.1, "3": 0.1 })),
    "InvalidParameterValueException",
    "Number of items in AdditionalVersionWeights cannot be greater than 1",
  ],
  [
    "another revision",
    () => update("taken", { RevisionId: "old" }),
    "PreconditionFailedException",
    "Call the GetAlias API to retrieve the latest Revision Id",
  ],
  [
    "an alias that is not there",
    () => get("nobody"),
    "ResourceNotFoundException",
    `Cannot find alias arn: ${arn}:nobody`,
  ],
  [
    "running an alias that is not there",
    () => run("nobody"),
    "ResourceNotFoundException",
    `Function not found: ${arn}:nobody`,
  ],
  [
    "removing a version that an alias leads to",
    () => server.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "1" })),
    "ResourceConflictException",
    "Version 1 is referenced by aliases: ",
  ],
  [
    "removing an alias as if it were a version",
    () => server.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "taken" })),
    "InvalidParameterValueException",
    "Deletion of aliases is not currently supported.",
  ],
  [
    "a version of a function that is not there",
    () => server.lambda.send(new PublishVersionCommand({ FunctionName: "nobody" })),
    "ResourceNotFoundException",
    "Function not found",
  ],
])("%s is refused", async (_, attempt, name, message) => {
  await create("taken").catch(() => {});
  await expect(attempt()).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message),
  });
});
