import { createHash } from "node:crypto";
import {
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
    await expect(update({ S3Bucket: "none", S3Key: "k" })).rejects.toThrow("NoSuchBucket");
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
    ).rejects.toThrow("does not exist");
    await expect(update({ Role: "arn:aws:iam::000000000000:role/other" })).rejects.toThrow(
      "assumed",
    );
    await expect(update({ RevisionId: "another" })).rejects.toThrow("Revision Id");
  });
});
