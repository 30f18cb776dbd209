import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  AddPermissionCommand,
  DeleteFunctionCommand,
  RemovePermissionCommand,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  zipOf,
} from "../../test/fixtures/functions.ts";
import { temporaryStorage } from "../../test/fixtures/storage.ts";
import type { InvokeOutcome } from "../foundation/invoke.ts";
import type { FunctionsDeps } from "./index.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:hello";
const source = {
  kind: "service" as const,
  principal: "apigateway.amazonaws.com",
  sourceArn: "arn:aws:execute-api:us-east-1:000000000000:a1b2c3d4e5/api/GET/hello",
  credentialsArn: "arn:aws:iam::000000000000:role/gateway",
};
let server: FunctionsServer;

async function start(overrides: Partial<FunctionsDeps> = {}) {
  server = await functionsServer(overrides);
}
afterEach(() => server.close());

/** What comes of a run, without the id of the run, which is another each time. */
async function invoke(payload = "{}", functionArn = arn, timeoutMs = 20_000) {
  const request = { functionArn, source, payload, timeoutMs };
  const { requestId: _, ...result } = await server.functions.invoke(request);
  return result;
}

const code = (body: string) => ({ "app.py": `import os, time\ndef handler(e, c):\n    ${body}\n` });

describe("what a caller inside the server gets", () => {
  beforeEach(() => start({ limits: { workersMax: 1 } }));

  test("an answer", async () => {
    await createFunction(server, "hello", code("return e"));
    expect(await invoke('{"a": 1}')).toMatchObject({ kind: "answered", payload: '{"a": 1}' });
    expect(await invoke('{"a": 2}', `${arn}:$LATEST`)).toMatchObject({ payload: '{"a": 2}' });
  });

  test("the id under which the function knows the run", async () => {
    await createFunction(server, "hello", code("return c.aws_request_id"));
    const request = { functionArn: arn, source, payload: "{}", timeoutMs: 20_000 };
    const result = await server.functions.invoke(request);
    expect(result).toMatchObject({ payload: `"${result.requestId}"` });
  });

  test("an error of the function's own", async () => {
    await createFunction(server, "hello", code("raise ValueError('no such thing')"));
    const result = await invoke();
    expect(result).toMatchObject({
      kind: "threw",
      reason: "The function failed: ValueError: no such thing",
      payload: expect.stringContaining('"errorType": "ValueError"'),
    });
  });

  test("the function's own time-out", async () => {
    await createFunction(server, "hello", code("time.sleep(99)"), { Timeout: 1 });
    expect(await invoke()).toMatchObject({
      kind: "threw",
      reason:
        "Task timed out after 1.00 seconds: raise the function's Timeout, or look in its log for " +
        "what it waits for",
    });
  });

  test("the caller's time is over: the function goes on", async () => {
    await createFunction(server, "hello", code("time.sleep(e); return os.getpid()"));
    const first = await invoke("0");
    const result = await invoke("1.5", arn, 50);
    expect(result).toMatchObject({ kind: "timed-out" });
    expect(await invoke("0")).toEqual(first);
  });

  test("no turn in time", async () => {
    await createFunction(server, "hello", code("time.sleep(e)"));
    await invoke("0");
    const long = invoke("1");
    expect(await invoke("0", arn, 50)).toMatchObject({
      kind: "throttled",
      reason: "No process became free in time: 1 of 1 are in use",
    });
    await long;
  });

  test.each([
    [`${arn}er`, "Function not found"],
    [`${arn}:live`, "hello has no version or alias live"],
    ["hello", "is not the ARN of a function"],
  ])("no function: %s", async (functionArn, reason) => {
    await createFunction(server, "hello", code("return 1"));
    const result = await invoke("{}", functionArn);
    expect(result).toMatchObject({ kind: "failed", reason: expect.stringContaining(reason) });
  });

  test("no credentials for its role", async () => {
    await server.close();
    await start({
      credentialsFor: () => {
        throw new Error("the role is of another account");
      },
    });
    await createFunction(server, "hello", code("return 1"));
    expect(await invoke()).toEqual({ kind: "failed", reason: "the role is of another account" });
  });
});

describe("the exact interpreter", () => {
  test("is named when it is missing", async () => {
    await start({ path: "/nowhere", development: true });
    await createFunction(server, "hello", code("return 1"));
    const result = await invoke();
    expect(result).toEqual({
      kind: "failed",
      reason: expect.stringContaining("The function needs Python 3.11, which is not on this mach"),
    });
  });

  test("is missed in the answer, when another one does its work", async () => {
    await start({ path: "/nowhere", development: true });
    const files = { "app.mjs": "export const handler = async () => process.version" };
    await createFunction(server, "hello", files, { Runtime: "nodejs18.x" });
    expect(await invoke()).toEqual({
      kind: "answered",
      payload: `"${process.version}"`,
      warning: expect.stringContaining("Node.js 18 is not on this machine: the function runs with"),
    });
  });

  test("is insisted on in production", async () => {
    await start({ path: "/nowhere", development: false });
    const files = { "app.mjs": "export const handler = async () => 1" };
    await createFunction(server, "hello", files, { Runtime: "nodejs18.x" });
    expect(await invoke()).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("The function needs Node.js 18"),
    });
  });
});

describe("processes", () => {
  const pid = code("time.sleep(e); return os.getpid()");
  const pidOf = (result: InvokeOutcome) => Number("payload" in result && result.payload);

  test("one event at a time each, as many as there are events, and then kept", async () => {
    await start({ limits: { workersMax: 3 } });
    await createFunction(server, "hello", pid);
    const pids = (await Promise.all([1, 2, 3, 4, 5, 6].map(() => invoke("0.3")))).map(pidOf);
    expect(new Set(pids).size).toBe(3);
    expect(new Set(pids)).toContain(pidOf(await invoke("0")));
  });

  test("a function that has none takes the place of another's", async () => {
    await start({ limits: { workersMax: 1 } });
    await createFunction(server, "hello", pid);
    await createFunction(server, "other", pid);
    const other = arn.replace("hello", "other");
    await invoke("0");
    expect(await invoke("0", other)).toMatchObject({ kind: "answered" });
    const order: string[] = [];
    const note = (name: string) => (result: InvokeOutcome) => order.push(`${name} ${result.kind}`);
    const many = [1, 2, 3, 4, 5].map(() => invoke("0.1").then(note("many")));
    await Promise.all([...many, invoke("0", other).then(note("starved"))]);
    expect(order.filter((each) => each === "many answered")).toHaveLength(5);
    expect(order.slice(0, -1)).toContain("starved answered");
  });

  test("end when their credentials do", async () => {
    const time = { now: Date.now() };
    await start({
      clock: { now: () => time.now },
      credentialsFor: () => ({
        ...{ accessKeyId: "a", secretAccessKey: "b", sessionToken: String(time.now) },
        expiresAt: time.now + 60_000,
      }),
    });
    await createFunction(server, "hello", code("return os.environ['AWS_SESSION_TOKEN']"));
    const first = await invoke();
    time.now += 50_000;
    expect(await invoke()).toEqual(first);
    time.now += 9_000;
    expect(await invoke()).toMatchObject({ payload: `"${time.now}"` });
  });

  test("that die unasked are replaced", async () => {
    await start({ limits: { freezeAfterMs: 10 } });
    await createFunction(server, "hello", pid);
    const first = pidOf(await invoke("0"));
    process.kill(first, "SIGKILL");
    await expect.poll(() => existsSync(`/proc/${first}`)).toBe(false);
    const next = await invoke("0");
    expect(next.kind).toBe("answered");
    expect(pidOf(next)).not.toBe(first);
  });

  test("leave when they have had nothing to do for long", async () => {
    await start({ limits: { freezeAfterMs: 10, endAfterMs: 10 } });
    await createFunction(server, "hello", pid);
    const first = pidOf(await invoke("0"));
    await expect.poll(() => existsSync(`/proc/${first}`) || readdirSync(work()).length).toBe(0);
    expect(pidOf(await invoke("0"))).not.toBe(first);
  });
});

/** The folder that belongs to this run of the server. */
function run(): string {
  const folder = join(server.folder, "functions");
  const [name = ""] = readdirSync(folder).filter((each) => each.startsWith(`${process.pid}-`));
  return join(folder, name);
}

const work = () => join(run(), "work");
const codes = () => readdirSync(join(run(), "code")).filter((name) => /^[0-9a-f-]{36}$/.test(name));

describe("the data folder", () => {
  test("holds the code that is run, and no other", async () => {
    await start();
    await createFunction(server, "hello", code("return 1"));
    expect(codes()).toHaveLength(1);
    await createFunction(server, "hello", code("return 1")).catch(() => {});
    expect(codes()).toHaveLength(1);
    const [before] = codes();
    await invoke();
    const ZipFile = zipOf(code("return 2"));
    await server.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: "hello", ZipFile }));
    await expect.poll(codes).toEqual([expect.not.stringMatching(before ?? "")]);
    await server.lambda.send(new DeleteFunctionCommand({ FunctionName: "hello" }));
    await expect.poll(codes).toEqual([]);
  });

  test("is rid of what a killed server left in it, and left clean", async () => {
    const { records, keyring, folder, close } = await temporaryStorage();
    const dead = join(folder, "functions", "999999999-0123456789ab");
    mkdirSync(join(dead, "work"), { recursive: true });
    await start({ records, keyring, dataDir: folder });
    await expect.poll(() => existsSync(dead)).toBe(false);
    await createFunction(server, "hello", code("return 1"));
    await invoke();
    expect(readdirSync(join(folder, "functions"))).toHaveLength(1);
    await server.functions.close();
    expect(readdirSync(join(folder, "functions"))).toEqual([]);
    await close();
  });
});

test("another node's permissions are noticed within a second", async () => {
  await start();
  const { records, keyring, folder } = server;
  const other = await functionsServer({ records, keyring, dataDir: join(folder, "other") });
  await createFunction(other, "hello", code("return 1"));
  const { kind, principal, sourceArn } = source;
  const call = async () => {
    const own = { kind, principal, sourceArn };
    const request = { functionArn: arn, source: own, payload: "{}", timeoutMs: 20_000 };
    return (await server.functions.invoke(request)).kind;
  };
  expect(await call()).toBe("not-permitted");
  const statement = { FunctionName: "hello", StatementId: "api" };
  await other.lambda.send(
    new AddPermissionCommand({
      ...statement,
      Action: "lambda:InvokeFunction",
      Principal: principal,
      SourceArn: sourceArn,
    }),
  );
  await expect.poll(call, { timeout: 3000 }).toBe("answered");
  await other.lambda.send(new RemovePermissionCommand(statement));
  await expect.poll(call, { timeout: 3000 }).toBe("not-permitted");
  await other.close();
});

test("another node's changes are noticed within a second", async () => {
  await start();
  const { records, keyring, folder } = server;
  const other = await functionsServer({ records, keyring, dataDir: join(folder, "other") });
  await createFunction(other, "hello", code("return 1"));
  expect(await invoke()).toMatchObject({ kind: "answered", payload: "1" });
  const ZipFile = zipOf(code("return 2"));
  await other.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: "hello", ZipFile }));
  await expect.poll(() => invoke(), { timeout: 3000 }).toMatchObject({ payload: "2" });
  await other.close();
});
