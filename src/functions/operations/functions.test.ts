import { createHash } from "node:crypto";
import {
  type CreateFunctionCommandInput,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionRole,
  functionsServer,
  invokeFunction,
  lambdaClient,
  zipOf,
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
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe("CreateFunction", () => {
  test("answers the function with AWS's defaults, ready to run", async () => {
    const { $metadata, ...created } = await createFunction(server, "hello", files);
    const zip = zipOf(files);
    expect($metadata.httpStatusCode).toBe(201);
    expect(created).toEqual({
      FunctionName: "hello",
      FunctionArn: arn,
      Runtime: "python3.11",
      Role: functionRole,
      Handler: "app.handler",
      CodeSize: zip.length,
      Description: "",
      Timeout: 3,
      MemorySize: 128,
      LastModified: "2026-11-20T21:33:07.000+0000",
      CodeSha256: createHash("sha256").update(zip).digest("base64"),
      Version: "$LATEST",
      TracingConfig: { Mode: "PassThrough" },
      RevisionId: uuid,
      State: "Active",
      LastUpdateStatus: "Successful",
      PackageType: "Zip",
      Architectures: ["x86_64"],
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
      RuntimeVersionConfig: {
        RuntimeVersionArn: expect.stringMatching(
          /^arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}$/,
        ),
      },
      LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/hello" },
    });
    expect((await invokeFunction(server, "hello")).result).toBe("first");
  });

  test("keeps what it is told", async () => {
    const settings = {
      Description: "greets",
      Timeout: 40,
      MemorySize: 512,
      Environment: { Variables: { NAME: "Ada" } },
      Architectures: ["arm64" as const],
      EphemeralStorage: { Size: 1024 },
      LoggingConfig: { LogGroup: "/mine" },
    };
    await createFunction(server, "hello", files, { ...settings, Tags: { team: "a" } });
    const { Configuration, Tags } = await server.lambda.send(
      new GetFunctionCommand({ FunctionName: "hello" }),
    );
    expect(Configuration).toMatchObject(settings);
    expect(Tags).toEqual({ team: "a" });
  });

  test("refuses a name that is taken", async () => {
    await createFunction(server, "hello", files);
    await expect(createFunction(server, "hello", files)).rejects.toMatchObject({
      name: "ResourceConflictException",
      message: "Function already exist: hello",
      $metadata: { httpStatusCode: 409 },
      Type: "User",
    });
  });

  test("makes one function of two at once", async () => {
    const both = await Promise.allSettled([1, 2].map(() => createFunction(server, "hello", files)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await invokeFunction(server, "hello")).result).toBe("first");
  });

  const unzip = "Could not unzip uploaded file. Please check your file, then try to upload again.";
  test.each<[string, Partial<CreateFunctionCommandInput>, string]>([
    ["a zip file that is none", { Code: { ZipFile: Buffer.from("no zip") } }, unzip],
    [
      "an empty zip file",
      { Code: { ZipFile: zipOf({}) } },
      "Uploaded file must be a non-empty zip",
    ],
    ["no code", { Code: {} }, "Please provide a source for function code."],
    ["code in S3", { Code: { S3Bucket: "bucket", S3Key: "key" } }, "keeps no S3 objects yet"],
    ["an image", { Code: { ImageUri: "x" }, PackageType: "Image" }, "PackageType Image"],
    ["layers", { Layers: ["arn:aws:lambda:us-east-1:000000000000:layer:a:1"] }, "Layers"],
    ["a version", { Publish: true }, "Publish"],
    ["another language", { Runtime: "java21" }, "Value java21 at 'runtime' failed"],
    ["an old runtime", { Runtime: "python3.6" }, "python3.6 is no longer supported"],
    ["no handler", { Handler: undefined }, "Runtime and Handler are mandatory parameters"],
    ["too long", { Timeout: 901 }, "Value '901' at 'timeout' failed to satisfy constraint"],
    ["a reserved variable", { Environment: { Variables: { AWS_REGION: "x" } } }, "reserved keys"],
    [
      "a role that Lambda may not assume",
      { Role: "arn:aws:iam::000000000000:role/other" },
      "The role defined for the function cannot be assumed by Lambda.",
    ],
  ])("refuses %s", async (_, settings, message) => {
    await expect(createFunction(server, "hello", files, settings)).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
    await expect(
      server.lambda.send(new GetFunctionCommand({ FunctionName: "hello" })),
    ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("refuses what breaks a constraint", async () => {
    await expect(createFunction(server, "hello", files, { MemorySize: 64 })).rejects.toThrow(
      "1 validation error detected: Value '64' at 'memorySize' failed to satisfy constraint: " +
        "Member must have value greater than or equal to 128",
    );
  });

  test("takes code that is larger than one record", async () => {
    const noise = createHash("shake256", { outputLength: 1_500_000 }).update("x").digest("latin1");
    const large = { ...files, "noise.bin": noise };
    const { CodeSize } = await createFunction(server, "large", large);
    expect(CodeSize).toBeGreaterThan(1_500_000);
    expect((await invokeFunction(server, "large")).result).toBe("first");
  });
});

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

describe("UpdateFunctionCode", () => {
  const second = zipOf({ "app.py": "def handler(e, c):\n    return 'second'\n" });
  const update = (settings: object) =>
    server.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: "hello", ...settings }));

  test("the next event meets the new code", async () => {
    const before = await createFunction(server, "hello", files);
    await invokeFunction(server, "hello");
    const after = await update({ ZipFile: second });
    expect(after.RevisionId).not.toBe(before.RevisionId);
    expect(after.CodeSha256).toBe(createHash("sha256").update(second).digest("base64"));
    expect((await invokeFunction(server, "hello")).result).toBe("second");
  });

  test("a dry run changes nothing", async () => {
    await createFunction(server, "hello", files);
    await update({ ZipFile: second, DryRun: true });
    expect((await invokeFunction(server, "hello")).result).toBe("first");
  });

  test("only the revision that was meant", async () => {
    const { RevisionId } = await createFunction(server, "hello", files);
    await update({ ZipFile: second, RevisionId });
    await expect(update({ ZipFile: second, RevisionId })).rejects.toMatchObject({
      name: "PreconditionFailedException",
      $metadata: { httpStatusCode: 412 },
    });
  });

  test("refuses bad code, and keeps the good", async () => {
    await createFunction(server, "hello", files);
    await expect(update({ ZipFile: Buffer.from("no") })).rejects.toThrow("Could not unzip");
    await expect(update({ S3Bucket: "bucket", S3Key: "k" })).rejects.toThrow("no S3 objects");
    await expect(update({ ImageUri: "x" })).rejects.toThrow("no container images");
    expect((await invokeFunction(server, "hello")).result).toBe("first");
  });

  test("a function that is not there", async () => {
    await expect(update({ ZipFile: second })).rejects.toThrow(`Function not found: ${arn}`);
  });
});

describe("UpdateFunctionConfiguration", () => {
  const update = (settings: object) =>
    server.lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: "hello", ...settings }),
    );

  test("changes what is given, and the next event meets it", async () => {
    const env = { "app.py": "import os\ndef handler(e, c):\n    return os.environ['NAME']\n" };
    const Environment = { Variables: { NAME: "Ada" } };
    const created = await createFunction(server, "hello", env, { Environment, Timeout: 7 });
    expect((await invokeFunction(server, "hello")).result).toBe("Ada");
    const updated = await update({
      Environment: { Variables: { NAME: "Grace" } },
      MemorySize: 256,
    });
    expect(updated).toMatchObject({ Timeout: 7, MemorySize: 256, CodeSha256: created.CodeSha256 });
    expect((await invokeFunction(server, "hello")).result).toBe("Grace");
  });

  test("refuses as creation does", async () => {
    await createFunction(server, "hello", files);
    await expect(update({ Timeout: 901 })).rejects.toThrow("'timeout'");
    await expect(
      update({ Layers: ["arn:aws:lambda:us-east-1:000000000000:layer:a:1"] }),
    ).rejects.toThrow("Layers");
    await expect(update({ Role: "arn:aws:iam::000000000000:role/other" })).rejects.toThrow(
      "assumed",
    );
    await expect(update({ RevisionId: "another" })).rejects.toThrow("Revision Id");
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
