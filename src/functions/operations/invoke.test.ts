import { InvokeCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";

let server: FunctionsServer;
const tenant = { account: "000000000000", region: "us-east-1" };
const arn = "arn:aws:lambda:us-east-1:000000000000:function";

beforeAll(async () => {
  server = await functionsServer({
    limits: { workersMax: 2, waitingMax: 1, retryAfterMs: [1, 1] },
  });
  const echo = "def handler(event, context):\n    print('ran', event)\n    return event\n";
  await createFunction(server, "echo", { "app.py": echo });
});
afterAll(() => server.close());

const logOf = async (name: string) =>
  (await server.functions.logs.tail({ tenant, name: `/aws/lambda/${name}` }, 2000)).map(
    ({ message }) => message,
  );

test("an answer, and no log unless it is asked for", async () => {
  const answer = await invokeFunction(server, "echo", { a: 1 }, { LogType: "None" });
  expect(answer).toMatchObject({ status: 200, result: { a: 1 }, log: "", version: "$LATEST" });
  expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test("the end of the log, at most 4 KB", async () => {
  const code = "def handler(e, c):\n    for n in range(999): print('line', n)\n";
  await createFunction(server, "chatty", { "app.py": code });
  const { log } = await invokeFunction(server, "chatty");
  expect(Buffer.byteLength(log)).toBeLessThanOrEqual(4096);
  expect(Buffer.byteLength(log)).toBeGreaterThan(4000);
  expect(log).toContain("line 998\nEND RequestId: ");
  expect(await logOf("chatty")).toContain("line 0");
});

test("no event is an empty one", async () => {
  const { Payload } = await server.lambda.send(new InvokeCommand({ FunctionName: "echo" }));
  expect(Payload?.transformToString()).toBe("{}");
});

test("a dry run runs nothing", async () => {
  const answer = await invokeFunction(server, "echo", { dry: 1 }, { InvocationType: "DryRun" });
  expect(answer).toMatchObject({ status: 204, result: undefined });
  expect(await logOf("echo")).not.toContain("ran {'dry': 1}");
});

describe("an event that nobody waits for", () => {
  const event = { InvocationType: "Event" } as const;

  test("is run later", async () => {
    const answer = await invokeFunction(server, "echo", { later: 1 }, event);
    expect(answer).toMatchObject({ status: 202, result: undefined });
    await expect.poll(() => logOf("echo")).toContain("ran {'later': 1}");
  });

  test("is tried three times when it fails", async () => {
    const code =
      "def handler(e, c):\n    print('attempt', c.aws_request_id)\n    raise ValueError\n";
    await createFunction(server, "failing", { "app.py": code });
    const { requestId } = await invokeFunction(server, "failing", {}, event);
    const attempts = async () =>
      (await logOf("failing")).filter((line) => line === `attempt ${requestId}`).length;
    await expect.poll(attempts, { timeout: 5000 }).toBe(3);
  });
});

describe("what is refused", () => {
  test.each([
    ["nowhere", undefined, `Function not found: ${arn}:nowhere`],
    ["echo", "7", `Function not found: ${arn}:echo:7`],
    ["echo", "live", `Function not found: ${arn}:echo:live`],
  ])("%s %s", async (name, Qualifier, message) => {
    await expect(invokeFunction(server, name, {}, { Qualifier })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message,
    });
  });

  test("an event that is no JSON", async () => {
    const Payload = Buffer.from("{nope");
    await expect(invokeFunction(server, "echo", {}, { Payload })).rejects.toMatchObject({
      name: "InvalidRequestContentException",
      message: expect.stringMatching(/^Could not parse request body into json: /),
    });
  });

  test("an event that is nested without end", async () => {
    const Payload = Buffer.from("[".repeat(5_000_000));
    await expect(invokeFunction(server, "echo", {}, { Payload })).rejects.toMatchObject({
      name: "InvalidRequestContentException",
    });
  });

  test.each([
    ["RequestResponse", 6_291_457, "6291456 bytes for the InvokeFunction operation"],
    ["Event", 1_048_577, "1048576 bytes for the InvokeAsync operation"],
  ] as const)("an event that is too large: %s", async (InvocationType, size, message) => {
    const Payload = Buffer.from(`"${"x".repeat(size - 2)}"`);
    await expect(
      invokeFunction(server, "echo", {}, { Payload, InvocationType }),
    ).rejects.toMatchObject({
      name: "RequestTooLargeException",
      message: `Request must be smaller than ${message}`,
      $metadata: { httpStatusCode: 413 },
    });
  });

  test.each(["nope", "5", "null"])("a client's context that is no object: %s", async (text) => {
    const ClientContext = Buffer.from(text).toString("base64");
    await expect(invokeFunction(server, "echo", {}, { ClientContext })).rejects.toMatchObject({
      name: "InvalidRequestContentException",
    });
  });

  test("more events at once than the server takes", async () => {
    const code = "import time\ndef handler(e, c):\n    time.sleep(1)\n";
    await createFunction(server, "slow", { "app.py": code });
    const runs = Array.from({ length: 5 }, () => invokeFunction(server, "slow"));
    const ends = await Promise.allSettled(runs);
    const refused = ends.filter((end) => end.status === "rejected").map(({ reason }) => reason);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      name: "TooManyRequestsException",
      message: "Rate Exceeded.",
      Reason: "ConcurrentInvocationLimitExceeded",
      $metadata: { httpStatusCode: 429 },
    });
  });
});
