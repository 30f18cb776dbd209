import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionRole,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";
import { Interpreters } from "./interpreters.ts";

const secret = "planted-in-the-server";
const machine = await new Interpreters(process.env.PATH ?? "", true).find({
  kind: "python",
  version: "3.11",
});
let server: FunctionsServer;

beforeAll(async () => {
  process.env.GATEPOOL_TEST_SECRET = secret;
  server = await functionsServer();
});
afterAll(async () => {
  delete process.env.GATEPOOL_TEST_SECRET;
  await server.close();
});

const printsAll = "import os\ndef handler(e, c):\n    return dict(os.environ)\n";

test("the environment is Lambda's, built from nothing", async () => {
  const variables = { GREETING: "hello", TZ: "Europe/Berlin" };
  await createFunction(
    server,
    "env",
    { "app.py": printsAll },
    { Environment: { Variables: variables } },
  );
  const { result } = await invokeFunction(server, "env");
  expect(JSON.stringify(result)).not.toContain(secret);
  const { LAMBDA_TASK_ROOT, HOME, TMPDIR, PATH, ...rest } = result;
  expect(rest).toEqual({
    AWS_ACCESS_KEY_ID: "ASIAFUNCTION",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: `token of ${functionRole}`,
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_REGION: "us-east-1",
    AWS_ENDPOINT_URL: server.url,
    AWS_EXECUTION_ENV: "AWS_Lambda_python3.11",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
    AWS_LAMBDA_FUNCTION_NAME: "env",
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/env",
    AWS_LAMBDA_LOG_STREAM_NAME: expect.stringContaining("[$LATEST]"),
    AWS_LAMBDA_RUNTIME_API: expect.stringMatching(/^127\.0\.0\.1:\d+\/[0-9a-f]{48}$/),
    GREETING: "hello",
    LAMBDA_RUNTIME_DIR: expect.any(String),
    LANG: "en_US.UTF-8",
    LC_CTYPE: rest.LC_CTYPE,
    PWD: rest.PWD,
    PYTHONPYCACHEPREFIX: expect.any(String),
    TZ: "Europe/Berlin",
    _HANDLER: "app.handler",
    _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/),
  });
  expect(PATH.split(":").slice(1)).toEqual(["/usr/local/bin", "/usr/bin", "/bin"]);
  expect(TMPDIR).toBe(`${HOME}/tmp`);
  expect(LAMBDA_TASK_ROOT).not.toContain(HOME);
});

test("temporary files go to a folder of the process's own, which goes with it", async () => {
  const code = `
import os, tempfile
def handler(e, c):
    with tempfile.NamedTemporaryFile(delete=False) as file: file.write(b'x')
    return [file.name, os.getcwd() == os.environ['LAMBDA_TASK_ROOT']]
`;
  await createFunction(server, "files", { "app.py": code });
  const [file, isInTaskRoot] = (await invokeFunction(server, "files")).result;
  expect(file.startsWith(server.folder)).toBe(true);
  expect(isInTaskRoot).toBe(true);
});

test("a file cannot grow beyond the ephemeral storage", async () => {
  const code = `
import os, tempfile
def handler(e, c):
    with tempfile.TemporaryFile() as file: os.truncate(file.fileno(), 600 * 1024 * 1024)
`;
  await createFunction(server, "big-file", { "app.py": code });
  expect((await invokeFunction(server, "big-file")).result.errorMessage).toContain(
    "File too large",
  );
});

describe("a function calls back, with what it finds in its environment", () => {
  const code = (client: string) => `
import json, urllib.request, os
def handler(e, c):
${client}
`;

  test("an address of this server", async () => {
    const target = createServer((req, res) => res.end(`"${req.url}"`)).listen(0, "127.0.0.1");
    const reach = "    return json.load(urllib.request.urlopen(e['url'] + '/back'))";
    await createFunction(server, "call-url", { "app.py": code(reach) });
    const address = target.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const { result } = await invokeFunction(server, "call-url", {
      url: `http://127.0.0.1:${port}`,
    });
    target.close();
    expect(result).toBe("/back");
  });

  test.skipIf(!machine.sdkFolder)("AWS's API with boto3", async () => {
    const list =
      "    import boto3\n" +
      "    found = boto3.client('lambda').list_functions()['Functions']\n" +
      "    return [f['FunctionName'] for f in found]";
    const settings = { Timeout: 20, MemorySize: 512 };
    await createFunction(server, "call-boto3", { "app.py": code(list) }, settings);
    expect((await invokeFunction(server, "call-boto3")).result).toContain("call-boto3");
  });

  test("AWS's API with the SDK for JavaScript", async () => {
    const list = `
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
const client = new LambdaClient();
export const handler = async () =>
  (await client.send(new ListFunctionsCommand({}))).Functions.map((f) => f.FunctionName);
`;
    const settings = { Runtime: "nodejs22.x", Timeout: 20, MemorySize: 512 } as const;
    await createFunction(server, "call-sdk", { "app.mjs": list }, settings);
    expect((await invokeFunction(server, "call-sdk")).result).toContain("call-sdk");
  });
});
