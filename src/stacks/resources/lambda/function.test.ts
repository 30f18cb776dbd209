import {
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { functionRole, invokeFunction, zipOf } from "../../../../test/fixtures/functions.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import { lambdaFunction } from "./function.ts";

const fromS3 = zipOf({ "app.py": "def handler(e, c):\n    return 'from S3'\n" });

let server: Awaited<ReturnType<typeof resourceServer>>;
beforeAll(async () => {
  server = await resourceServer({
    async readObject(_, { key, version }) {
      expect({ key, version }).toEqual({ key: "code.zip", version: "3" });
      return (async function* () {
        yield fromS3;
      })();
    },
  });
});
afterAll(() => server.close());

const inline = (word: string) => ({
  ...{ Runtime: "python3.11", Handler: "index.handler", Role: functionRole },
  Code: { ZipFile: `def handler(e, c):\n    return "${word}"\n` },
});

async function made(properties: object, logicalId: string) {
  const context = server.context(logicalId);
  const { physicalId, attributes } = await lambdaFunction.create(properties, context);
  const now = () => server.lambda.send(new GetFunctionCommand({ FunctionName: physicalId }));
  const change = (to: object) =>
    lambdaFunction.update?.({ physicalId, properties: to, previous: properties }, context);
  const read = (as: object) => lambdaFunction.read?.({ physicalId, properties: as }, context);
  const run = async () => (await invokeFunction(server, physicalId)).result;
  return { context, physicalId, attributes, now, change, read, run };
}

test("inline code runs, under a name that the stack gives", async () => {
  const { physicalId, attributes, run, now } = await made(inline("hello"), "Hello");
  expect(physicalId).toBe("hello-Hello-AbCdEfGhIjKl");
  expect(attributes?.Arn).toBe(`arn:aws:lambda:us-east-1:000000000000:function:${physicalId}`);
  expect(await run()).toBe("hello");
  expect((await now()).Tags).toMatchObject({ department: "doors" });
});

test("code in S3 is read in the version that is named", async () => {
  const Code = { S3Bucket: "assets", S3Key: "code.zip", S3ObjectVersion: "3" };
  const { run } = await made({ ...inline(""), Handler: "app.handler", Code }, "Kept");
  expect(await run()).toBe("from S3");
});

test("inline code of Node.js runs too, and other languages have none", async () => {
  const code = "exports.handler = async () => 'node';";
  const node = { ...inline(""), Runtime: "nodejs22.x", Code: { ZipFile: code } };
  const { run } = await made(node, "Node");
  expect(await run()).toBe("node");
  const java = lambdaFunction.create({ ...node, Runtime: "java21" }, server.context("Java"));
  await expect(java).rejects.toThrow("ZipFile can only be used when Runtime is one of Node.js");
});

const full = {
  ...inline("hello"),
  ...{ FunctionName: "full", Description: "says hello", MemorySize: 256, Timeout: 10 },
  Architectures: ["x86_64"],
  Environment: { Variables: { WORD: "hello" } },
  EphemeralStorage: { Size: 1024 },
  LoggingConfig: { LogGroup: "/mine" },
  ReservedConcurrentExecutions: 5,
  Tags: [{ Key: "a", Value: "1" }],
  TracingConfig: { Mode: "Active" },
};

test("it reads as it was written, and is as by default when little is written", async () => {
  const { read, change, now, run } = await made(full, "Full");
  expect(await read(full)).toEqual(full);
  const bare = { ...inline("hullo"), FunctionName: "full" };
  await change(bare);
  const { Configuration, Concurrency, Tags } = await now();
  expect(Configuration).toMatchObject({
    ...{ Description: "", MemorySize: 128, Timeout: 3, EphemeralStorage: { Size: 512 } },
    ...{ LoggingConfig: { LogGroup: "/aws/lambda/full" }, TracingConfig: { Mode: "PassThrough" } },
  });
  expect(Configuration?.Environment).toBeUndefined();
  expect(Concurrency).toBeUndefined();
  expect(Tags?.a).toBeUndefined();
  expect(await run()).toBe("hullo");
});

test("what was changed by hand shows, and code that is not the template's", async () => {
  const { read, physicalId } = await made(inline("mine"), "Drifting");
  await server.lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: physicalId, Handler: "other.one" }),
  );
  expect(await read(inline("mine"))).toEqual({ ...inline("mine"), Handler: "other.one" });
  expect(await read(inline("yours"))).toMatchObject({ Code: {} });
});

test("a creation that broke off is found, and another's function of that name is not", async () => {
  const properties = { ...inline("hello"), FunctionName: "found" };
  await made(properties, "Found");
  expect(await lambdaFunction.find?.(properties, server.context("Found"))).toBe("found");
  const other = server.context("Found", "another");
  expect(await lambdaFunction.find?.(properties, other)).toBeUndefined();
});

test("it leaves nothing behind when its limit cannot be had, or when it is deleted", async () => {
  const properties = { ...inline("hello"), FunctionName: "gone" };
  const context = server.context("Gone");
  const greedy = { ...properties, ReservedConcurrentExecutions: 1000 };
  const refused = lambdaFunction.create(greedy, context);
  await expect(refused).rejects.toThrow("below its minimum value of [100]");
  const get = new GetFunctionConcurrencyCommand({ FunctionName: "gone" });
  await expect(server.lambda.send(get)).rejects.toThrow("Function not found");
  const { physicalId, read } = await made(properties, "Gone");
  await lambdaFunction.delete({ physicalId, properties }, context);
  expect(await read(properties)).toBeUndefined();
});

test("what no operation honours is refused by name before anything is made", () => {
  const properties = {
    ...inline("hello"),
    Code: { ImageUri: "image" },
    VpcConfig: { SubnetIds: ["subnet"] },
    LoggingConfig: { SystemLogLevel: "DEBUG" },
    FileSystemConfigs: [],
  };
  expect(() => lambdaFunction.refuseUnsupported("Hello", properties)).toThrow(
    "Properties validation failed for resource Hello with message:\n" +
      "#/Code/ImageUri: this property of AWS::Lambda::Function is not supported here\n" +
      "#/LoggingConfig/SystemLogLevel: this property of AWS::Lambda::Function is not supported " +
      "here\n#/VpcConfig: this property of AWS::Lambda::Function is not supported here",
  );
});
