import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";
import { Interpreters } from "./interpreters.ts";

const machine = await new Interpreters(process.env.PATH ?? "", true).find({
  kind: "python",
  version: "3.11",
});
let server: FunctionsServer;
let count = 0;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

/** Makes a function of this code and runs it. */
async function run(code: string, event: unknown = {}, handler = "app.handler") {
  const name = `python-${count++}`;
  await createFunction(server, name, { "app.py": code }, { Handler: handler, MemorySize: 256 });
  return { name, ...(await invokeFunction(server, name, event)) };
}

test("an event goes in, an answer comes out", async () => {
  const code = "def handler(event, context):\n    return {'greeting': 'hello ' + event['name']}\n";
  const answer = await run(code, { name: "Zoë" });
  expect(answer).toMatchObject({ status: 200, version: "$LATEST", error: undefined });
  expect(answer.result).toEqual({ greeting: "hello Zoë" });
});

test.each([
  ["None", null],
  ["'text'", "text"],
  ["42", 42],
  ["[1, True]", [1, true]],
  ["__import__('decimal').Decimal('1.5')", 1.5],
])("%s is answered as JSON", async (expression, expected) => {
  const { result } = await run(`def handler(event, context):\n    return ${expression}\n`);
  expect(result).toEqual(expected);
});

test("the context tells what the function is, and how much time is left", async () => {
  const code = `
def handler(event, c):
    return [c.aws_request_id, c.function_name, c.function_version, c.invoked_function_arn,
            c.memory_limit_in_mb, c.log_group_name, c.log_stream_name,
            c.get_remaining_time_in_millis(), c.client_context, c.identity.cognito_identity_id]
`;
  const { result, name, requestId } = await run(code);
  expect(result).toEqual([
    requestId,
    name,
    "$LATEST",
    `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    "256",
    `/aws/lambda/${name}`,
    expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
    expect.any(Number),
    null,
    null,
  ]);
  expect(result[7]).toBeGreaterThan(1000);
  expect(result[7]).toBeLessThanOrEqual(3000);
});

test("a client's context comes through", async () => {
  const code = `
def handler(event, context):
    return [context.client_context.custom['k'], context.client_context.client.app]
`;
  await createFunction(server, "client-context", { "app.py": code });
  const given = { custom: { k: "grüße" }, client: { app: "a" } };
  const { result } = await invokeFunction(
    server,
    "client-context",
    {},
    {
      ClientContext: Buffer.from(JSON.stringify(given, null, 2)).toString("base64"),
    },
  );
  expect(result).toEqual(["grüße", "a"]);
});

test("the log: what is printed, logged and reported", async () => {
  const code = `
import logging, sys
logging.getLogger().setLevel(logging.INFO)
def handler(event, context):
    print('printed')
    print('to stderr', file=sys.stderr)
    logging.info('logged')
`;
  const { log, requestId } = await run(code);
  const lines = log.trimEnd().split("\n");
  expect(lines[0]).toBe(`START RequestId: ${requestId} Version: $LATEST`);
  expect(lines.slice(1, -2).sort()).toEqual([
    expect.stringMatching(new RegExp(`^\\[INFO\\]\t[\\d-]+T[\\d:.]+Z\t${requestId}\tlogged$`)),
    "printed",
    "to stderr",
  ]);
  expect(lines.at(-2)).toBe(`END RequestId: ${requestId}`);
  expect(lines.at(-1)).toMatch(
    /^REPORT RequestId: \S+\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 256 MB\t/,
  );
  expect(lines.at(-1)).toContain("Init Duration: ");
});

describe("errors", () => {
  test("an exception, with its stack", async () => {
    const code = "def handler(event, context):\n    raise ValueError('no such thing')\n";
    const { error, result, log, requestId, status } = await run(code);
    expect({ status, error }).toEqual({ status: 200, error: "Unhandled" });
    expect(result).toEqual({
      errorMessage: "no such thing",
      errorType: "ValueError",
      requestId,
      stackTrace: [expect.stringMatching(/^ {2}File ".*app.py", line 2, in handler\n {4}raise V/)],
    });
    expect(log).toContain("[ERROR] ValueError: no such thing\nTraceback (most recent call last):");
  });

  test.each([
    [
      "Runtime.ImportModuleError",
      "Unable to import module 'app': No module named 'nothere'",
      "import nothere\n",
      "app.handler",
    ],
    [
      "Runtime.ImportModuleError",
      "Unable to import module 'other': No module named 'other'",
      "",
      "other.handler",
    ],
    ["Runtime.HandlerNotFound", "Handler 'handler' missing on module 'app'", "", "app.handler"],
    ["Runtime.UserCodeSyntaxError", "Syntax error in module 'app': ", "def (:\n", "app.handler"],
    ["Runtime.MalformedHandlerName", "Bad handler 'nodot'", "", "nodot"],
    ["ZeroDivisionError", "division by zero", "1 / 0\n", "app.handler"],
    [
      "Runtime.MarshalError",
      "Unable to marshal response: Object of type set is not JSON",
      "def handler(e, c):\n    return {1}\n",
      "app.handler",
    ],
    [
      "Runtime.ExitError",
      "Runtime exited with error: exit status 7",
      "import sys\ndef handler(e, c):\n    sys.exit(7)\n",
      "app.handler",
    ],
    [
      "Runtime.ExitError",
      "Runtime exited without providing a reason",
      "import os\nos._exit(0)\n",
      "app.handler",
    ],
  ])("%s: %s", async (errorType, errorMessage, code, handler) => {
    const { error, result } = await run(code || "x = 1\n", {}, handler);
    expect(error).toBe("Unhandled");
    expect(result).toMatchObject({
      errorType,
      errorMessage: expect.stringContaining(errorMessage),
    });
  });

  test("an error while loading names the request that met it", async () => {
    const { result, requestId, log } = await run("import nothere\n");
    expect(result.requestId).toBe(requestId);
    expect(log).toContain("[ERROR] Runtime.ImportModuleError: Unable to import module 'app'");
  });
});

test("a module in a folder, and files beside it, are found", async () => {
  const files = {
    "deep/app.py":
      "import beside\ndef handler(e, c):\n    return open('data.txt').read() + beside.x",
    "beside.py": "x = '!'\n",
    "data.txt": "content",
  };
  await createFunction(server, "folders", files, { Handler: "deep/app.handler" });
  expect((await invokeFunction(server, "folders")).result).toBe("content!");
});

test.skipIf(!machine.sdkFolder)("boto3 of this machine is there", async () => {
  const { result } = await run("import boto3\ndef handler(e, c):\n    return boto3.__name__\n");
  expect(result).toBe("boto3");
});
