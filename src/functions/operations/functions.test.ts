import {
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionRole,
  functionsServer,
  invokeFunction,
  lambdaClient,
} from "../../../test/fixtures/functions.ts";

const now = Date.UTC(2026, 10, 20, 21, 33, 7);
const roles = new Set([functionRole]);
const files = { "app.py": "def handler(e, c):\n    return 'first'\n" };
let server: FunctionsServer;

beforeEach(async () => {
  server = await functionsServer({
    clock: { now: () => now },
    canAssume: async (role, principal) => principal === "lambda.amazonaws.com" && roles.has(role),
    credentialsFor: () => ({
      ...{ accessKeyId: "a", secretAccessKey: "b", sessionToken: "c" },
      expiresAt: now + 3_600_000,
    }),
  });
});
afterEach(() => server.close());

const arn = "arn:aws:lambda:us-east-1:000000000000:function:hello";

describe("finding a function", () => {
  const get = (FunctionName: string, Qualifier?: string) =>
    server.lambda.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier }));

  test.each(["hello", "function:hello", "000000000000:function:hello", arn, `${arn}:$LATEST`])(
    "%s",
    async (name) => {
      await createFunction(server, "hello", files);
      expect((await get(name)).FunctionArn).toBe(arn);
    },
  );

  test.each([
    [
      "another",
      undefined,
      "Function not found: arn:aws:lambda:us-east-1:000000000000:function:another",
    ],
    ["hello", "1", `Function not found: ${arn}:1`],
    ["hello:live", undefined, `Function not found: ${arn}:live`],
    [
      "arn:aws:lambda:eu-west-1:000000000000:function:hello",
      undefined,
      "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
    ],
  ])("%s %s is not there", async (name, qualifier, message) => {
    await createFunction(server, "hello", files);
    const shape = { name: "ResourceNotFoundException", message, Type: "User" };
    await expect(get(name, qualifier)).rejects.toMatchObject(shape);
    await expect(get(name, qualifier)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });

  test("two qualifiers that differ", async () => {
    await expect(get("hello:1", "2")).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message:
        "The derived qualifier from the function name does not match the specified qualifier.",
    });
  });

  test("a refusal says what to do", async () => {
    await get("another").catch(() => {});
    const [trace] = server.traces.latest(1);
    expect(JSON.stringify(trace)).toContain("create the function, or correct the name");
  });

  test("regions and accounts are kept apart", async () => {
    await createFunction(server, "hello", files);
    const elsewhere = lambdaClient(server.url, "eu-west-1");
    const asked = elsewhere.send(new GetFunctionCommand({ FunctionName: "hello" }));
    await expect(asked).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    elsewhere.destroy();
  });
});

describe("DeleteFunction", () => {
  const remove = (FunctionName: string, Qualifier?: string) =>
    server.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier }));

  test("the function is gone, and its name is free", async () => {
    await createFunction(server, "hello", files);
    await invokeFunction(server, "hello");
    expect((await remove("hello")).$metadata.httpStatusCode).toBe(204);
    await expect(invokeFunction(server, "hello")).rejects.toThrow(`Function not found: ${arn}`);
    await expect(remove("hello")).rejects.toThrow(`Function not found: ${arn}`);
    await createFunction(server, "hello", { "app.py": "def handler(e, c):\n    return 'new'\n" });
    expect((await invokeFunction(server, "hello")).result).toBe("new");
  });

  test("versions cannot be deleted, as there are none", async () => {
    await createFunction(server, "hello", files);
    await expect(remove("hello", "$LATEST")).rejects.toThrow(
      "$LATEST version cannot be deleted without deleting the function.",
    );
    await expect(remove("hello", "1")).rejects.toThrow(`Function not found: ${arn}:1`);
  });
});

test("ListFunctions: in order, in pages, with markers that cannot be made up", async () => {
  for (const name of ["c", "a", "b"]) await createFunction(server, name, files);
  const list = (settings: object) => server.lambda.send(new ListFunctionsCommand(settings));
  const names = ({ Functions = [] }: { Functions?: { FunctionName?: string | undefined }[] }) =>
    Functions.map(({ FunctionName }) => FunctionName);
  const first = await list({ MaxItems: 2 });
  expect(names(first)).toEqual(["a", "b"]);
  const rest = await list({ MaxItems: 2, Marker: first.NextMarker });
  expect(names(rest)).toEqual(["c"]);
  expect(rest.NextMarker).toBeUndefined();
  expect(names(await list({ FunctionVersion: "ALL" }))).toEqual(["a", "b", "c"]);
  await expect(list({ Marker: "made-up" })).rejects.toMatchObject({
    name: "InvalidParameterValueException",
  });
});
