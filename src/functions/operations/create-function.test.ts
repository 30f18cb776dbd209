import { createHash } from "node:crypto";
import { type CreateFunctionCommandInput, GetFunctionCommand } from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionRole,
  functionsServer,
  invokeFunction,
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
    ["code that S3 lacks", { Code: { S3Bucket: "none", S3Key: "key" } }, "Code: NoSuchBucket."],
    ["an image", { Code: { ImageUri: "x" }, PackageType: "Image" }, "PackageType Image"],
    ["layers", { Layers: ["arn:aws:lambda:us-east-1:000000000000:layer:a:1"] }, "does not exist"],
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
