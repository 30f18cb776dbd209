import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { createFunction } from "../../../test/fixtures/functions.ts";
import { present } from "../../../test/fixtures/hello-stack.ts";

let server: Awaited<ReturnType<typeof commandLineServer>>;
let arn: string;

beforeAll(async () => {
  server = await commandLineServer();
  const statement = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } };
  const { Role } = await server.clients.iam.send(
    new CreateRoleCommand({
      RoleName: "function",
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ ...statement, Action: "sts:AssumeRole" }],
      }),
    }),
  );
  const code = { "app.py": "def handler(event, context):\n    print('got', event)\n" };
  const settings = { Role: present(Role?.Arn) };
  const created = await createFunction(server.clients, "hello", code, settings);
  arn = present(created.FunctionArn);
});

afterAll(() => server.close());

const logs = (...args: string[]) => gatepool(["logs", "--url", server.url, ...args]);
const invoke = (event: number) =>
  server.clients.lambda.send(
    new InvokeCommand({ FunctionName: "hello", Payload: Buffer.from(String(event)) }),
  );

test("a function that has not run has printed nothing", async () => {
  expect(await logs("hello")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("prints what the function printed, by name, ARN and group", async () => {
  await invoke(1);
  const { code, stdout } = await logs("hello");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z INIT_START/);
  expect(stdout).toMatch(/Z got 1\n/);
  expect((await logs(arn)).stdout).toBe(stdout);
  expect((await logs("/aws/lambda/hello")).stdout).toBe(stdout);
  expect((await logs("hello", "--limit", "1")).stdout).toMatch(/^\S+Z REPORT .*\n$/);
  expect((await logs("hello", "--since", "0s")).stdout).toBe("");
  const lines = (await logs("hello", "--json")).stdout.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).message)).toContain("got 1");
});

test("follows until Ctrl-C, and shows each event once", async () => {
  const program = fileURLToPath(new URL("../../../bin/gatepool.js", import.meta.url));
  const args = [program, "logs", "-f", "hello", "--url", server.url];
  const follower = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  const printed = (text: string) =>
    new Promise<void>((resolve) => {
      follower.stdout.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes(text)) resolve();
      });
    });
  const second = printed("got 2");
  await invoke(2);
  await second;
  follower.stdout.removeAllListeners("data");
  const third = printed("got 3");
  await invoke(3);
  await third;
  follower.kill("SIGINT");
  expect(await once(follower, "exit")).toEqual([0, null]);
  expect(output.match(/got 2/g)).toHaveLength(1);
});

test("says what is wrong", async () => {
  const missing = await logs("absent");
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain("Function not found");
  expect((await logs("hello", "--since", "soon")).code).toBe(2);
  expect((await logs("hello", "--limit", "0")).code).toBe(2);
});
