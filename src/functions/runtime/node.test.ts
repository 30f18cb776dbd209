import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";

let server: FunctionsServer;
let count = 0;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

interface Setting {
  file?: string;
  handler?: string;
  runtime?: "nodejs22.x" | "nodejs24.x";
  event?: unknown;
  files?: Record<string, string>;
}

/** Makes a function of this code and runs it. */
async function run(code: string, setting: Setting = {}) {
  const { file = "index.mjs", handler = "index.handler", runtime = "nodejs22.x" } = setting;
  const name = `node-${count++}`;
  const settings = { Handler: handler, Runtime: runtime, MemorySize: 256 } as const;
  await createFunction(server, name, { [file]: code, ...setting.files }, settings);
  return { name, ...(await invokeFunction(server, name, setting.event)) };
}

describe("modules and handlers", () => {
  test.each<[string, string, Setting]>([
    ["an ES module", "export const handler = async ({ x }) => x + 1", {}],
    ["CommonJS", "exports.handler = async ({ x }) => x + 1", { file: "index.js" }],
    ["CommonJS by its name", "exports.handler = async ({ x }) => x + 1", { file: "index.cjs" }],
    [
      "an ES module by its package.json",
      "import fs from 'node:fs'; export const handler = async ({ x }) => x + (fs ? 1 : 0)",
      { file: "index.js", files: { "package.json": '{"type":"module"}' } },
    ],
    [
      "an ES module that waits",
      "const one = await Promise.resolve(1); export const handler = async ({ x }) => x + one",
      { file: "index.js", files: { "package.json": '{"type":"module"}' } },
    ],
    [
      "in a folder, nested",
      "exports.api = { get: async ({ x }) => x + 1 }",
      { file: "src/deep/index.js", handler: "src/deep/index.api.get" },
    ],
    ["a callback", "exports.handler = (e, c, done) => done(null, e.x + 1)", { file: "index.js" }],
    [
      "a callback, later",
      "exports.handler = (e, c, done) => { setTimeout(() => done(null, e.x + 1), 5) }",
      { file: "index.js" },
    ],
    [
      "a callback that does not wait for what is left",
      `exports.handler = (e, c, done) => {
        c.callbackWaitsForEmptyEventLoop = false;
        setTimeout(() => {}, 60_000);
        done(null, e.x + 1);
      }`,
      { file: "index.js" },
    ],
    ["the old way", "exports.handler = (e, c) => c.succeed(e.x + 1)", { file: "index.js" }],
  ])("%s", async (_, code, setting) => {
    const answer = await run(code, { ...setting, event: { x: 1 } });
    expect(answer).toMatchObject({ error: undefined, result: 2 });
  });

  test("one that never answers, with nothing left to do, answers null", async () => {
    const { result, error } = await run("export const handler = () => new Promise(() => {})");
    expect({ result, error }).toEqual({ result: null, error: undefined });
  });

  test("and the process is good for the next event", async () => {
    const code = "let n = 0; export const handler = (e) => e.hang ? new Promise(() => {}) : ++n";
    const { name } = await run(code.replace("(e)", "async (e)"), { event: {} });
    await invokeFunction(server, name, { hang: true });
    expect((await invokeFunction(server, name)).result).toBe(2);
  });
});

test("the context tells what the function is, and how much time is left", async () => {
  const code = `export const handler = async (event, c) => [c.awsRequestId, c.functionName,
    c.functionVersion, c.invokedFunctionArn, c.memoryLimitInMB, c.logGroupName,
    c.getRemainingTimeInMillis()]`;
  const { result, requestId, name } = await run(code);
  expect(result).toEqual([
    requestId,
    name,
    "$LATEST",
    `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    "256",
    `/aws/lambda/${name}`,
    expect.any(Number),
  ]);
  expect(result[6]).toBeGreaterThan(1000);
});

test("what is logged has time, request and level", async () => {
  const code = `export const handler = async () => {
    console.log("one %s", "two", { three: 3 });
    console.error("first\\nsecond");
    process.stdout.write("raw\\n");
  }`;
  const { log, requestId } = await run(code);
  const time = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z";
  expect(log).toMatch(new RegExp(`${time}\t${requestId}\tINFO\tone two { three: 3 }\n`));
  expect(log).toMatch(new RegExp(`${time}\t${requestId}\tERROR\tfirst\rsecond\n`));
  expect(log).toContain("\nraw\n");
});

describe("errors", () => {
  test("an exception, with its stack", async () => {
    const code = "export const handler = async () => { throw new TypeError('no such thing') }";
    const { error, result, log, requestId } = await run(code);
    expect(error).toBe("Unhandled");
    expect(result).toEqual({
      errorType: "TypeError",
      errorMessage: "no such thing",
      trace: expect.arrayContaining(["TypeError: no such thing"]),
    });
    expect(result.trace[1]).toContain("index.mjs:1");
    expect(log).toContain(`\t${requestId}\tERROR\tInvoke Error \t{"errorType":"TypeError",`);
  });

  test.each<[string, string, string, Setting]>([
    [
      "Runtime.ImportModuleError",
      "Cannot find module 'nothere'",
      "require('nothere')",
      { file: "index.js" },
    ],
    ["Runtime.ImportModuleError", "Cannot find package 'nothere'", "import 'nothere'", {}],
    ["Runtime.ImportModuleError", "Cannot find module 'other'", "", { handler: "other.handler" }],
    ["Runtime.HandlerNotFound", "index.handler is undefined or not exported", "", {}],
    ["Runtime.HandlerNotFound", "index.handler is not a function", "export const handler = 1", {}],
    ["Runtime.MalformedHandlerName", "Bad handler", "", { handler: "nodot" }],
    [
      "Runtime.MalformedHandlerName",
      "is not a valid handler name",
      "",
      { handler: "../x.handler" },
    ],
    ["Runtime.UserCodeSyntaxError", "SyntaxError: ", "export const = 1", {}],
    ["Error", "while loading", "throw new Error('while loading')", {}],
    [
      "Runtime.MarshalError",
      "Unable to stringify response body",
      "export const handler = async () => 1n",
      {},
    ],
    ["string", "thrown", "export const handler = async () => { throw 'thrown' }", {}],
    [
      "Error",
      "called back",
      "exports.handler = (e, c, done) => done(new Error('called back'))",
      { file: "index.js" },
    ],
    [
      "Runtime.UnhandledPromiseRejection",
      "Error: forgotten",
      `export const handler = () => {
        Promise.reject(new Error('forgotten'));
        return new Promise((done) => setTimeout(done, 60_000));
      }`,
      {},
    ],
    [
      "RangeError",
      "in a timer",
      `export const handler = () => {
        setTimeout(() => { throw new RangeError('in a timer') });
        return new Promise(() => {});
      }`,
      {},
    ],
    ["Runtime.ExitError", "exit status 7", "export const handler = () => process.exit(7)", {}],
    [
      "Runtime.CallbackHandlerDeprecated",
      "has removed support for callback-based",
      "export const handler = (e, c, done) => done()",
      { runtime: "nodejs24.x" },
    ],
  ])("%s: %s", async (errorType, errorMessage, code, setting) => {
    const { error, result } = await run(code || "export const other = 1", setting);
    expect(error).toBe("Unhandled");
    expect(result).toMatchObject({
      errorType,
      errorMessage: expect.stringContaining(errorMessage),
    });
  });
});

test("the AWS SDK is there, for both kinds of modules", async () => {
  const esm = "import { STSClient } from '@aws-sdk/client-sts';\n";
  const { result } = await run(`${esm} export const handler = async () => STSClient.name`);
  expect(result).toBe("STSClient");
  const commonJs = "exports.handler = async () => require('@aws-sdk/client-sts').STSClient.name";
  expect((await run(commonJs, { file: "index.js" })).result).toBe("STSClient");
});

test("what else is installed beside the server is out of reach", async () => {
  const { result } = await run("import 'pino'; export const handler = async () => 1");
  expect(result).toMatchObject({ errorType: "Runtime.ImportModuleError" });
});
