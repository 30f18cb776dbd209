import { once } from "node:events";
import { get } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RuntimeApi, type RuntimeListener } from "./runtime-api.ts";

const secret = "0123456789abcdef";
const version = "2018-06-01/runtime";
let api: RuntimeApi;
let heard: unknown[];

const listener: RuntimeListener = {
  onWaiting: () => heard.push("waiting"),
  onLost: () => heard.push("lost"),
  onAnswer: (id, payload) => heard.push(["answer", id, payload.toString()]),
  onTooLarge: (id, size) => heard.push(["too large", id, size]),
  onError: (id, payload) => heard.push(["error", id, payload.toString()]),
  onInitError: (payload) => heard.push(["init error", payload.toString()]),
};
const invocation = {
  requestId: "id-1",
  payload: '{"name":"Zoë"}',
  functionArn: "arn:aws:lambda:us-east-1:000000000000:function:hello",
  deadlineAt: 1_700_000_000_000,
  traceId: "Root=1-5759e988-bd862e3fe1be46a994272793",
};

beforeEach(async () => {
  heard = [];
  api = await RuntimeApi.open(secret);
  api.listen(listener);
});
afterEach(() => api.close());

const post = (path: string, body: string) =>
  fetch(`http://${api.address}/${version}${path}`, { method: "POST", body });

/** Asks for an event, gives one out, and answers what the process got. */
async function next() {
  const answer = fetch(`http://${api.address}/${version}/invocation/next`);
  await expect.poll(() => heard.at(-1)).toBe("waiting");
  api.serve(invocation);
  return answer;
}

test("an event is held until there is one, and carries what Lambda sends with it", async () => {
  const answer = await next();
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('{"name":"Zoë"}');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/json",
    "lambda-runtime-aws-request-id": "id-1",
    "lambda-runtime-deadline-ms": "1700000000000",
    "lambda-runtime-invoked-function-arn": invocation.functionArn,
    "lambda-runtime-trace-id": invocation.traceId,
  });
});

test("an answer is taken once", async () => {
  await next();
  const answer = await post("/invocation/id-1/response", '{"ok":1}');
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ status: "OK" });
  expect(heard.at(-1)).toEqual(["answer", "id-1", '{"ok":1}']);
  expect((await post("/invocation/id-1/response", "again")).status).toBe(400);
  expect(heard).toHaveLength(2);
});

test("errors, of an event and of loading", async () => {
  await next();
  expect((await post("/invocation/id-1/error", "{}")).status).toBe(202);
  expect((await post("/init/error", "{}")).status).toBe(202);
  expect(heard.slice(1)).toEqual([
    ["error", "id-1", "{}"],
    ["init error", "{}"],
  ]);
});

test("an answer that is too large", async () => {
  await next();
  const answer = await post("/invocation/id-1/response", "x".repeat(7_000_000));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({
    errorMessage: "Exceeded maximum allowed payload size (6291556 bytes).",
    errorType: "RequestEntityTooLarge",
  });
  expect(heard.at(-1)).toEqual(["too large", "id-1", 7_000_000]);
});

test("a process that hangs up while it waits is noticed", async () => {
  const request = get(`http://${api.address}/${version}/invocation/next`);
  request.on("error", () => {});
  await expect.poll(() => heard).toEqual(["waiting"]);
  request.destroy();
  await expect.poll(() => heard).toEqual(["waiting", "lost"]);
});

describe("what is refused", () => {
  test("another function's process, which does not know the secret", async () => {
    const [address] = api.address.split("/");
    for (const path of ["", "/wrong", "/0123456789abcdee"]) {
      const answer = await fetch(`http://${address}${path}/${version}/invocation/next`);
      expect(answer.status).toBe(404);
    }
    expect(heard).toEqual([]);
  });

  test("an event that it was not given", async () => {
    await next();
    const answer = await post("/invocation/id-2/response", "{}");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      errorMessage: "Invalid request ID",
      errorType: "InvalidRequestID",
    });
    expect(heard).toEqual(["waiting"]);
  });

  test("other paths and methods", async () => {
    expect((await post("/invocation/next", "")).status).toBe(404);
    expect((await post("/nothing", "")).status).toBe(404);
    expect((await fetch(`http://${api.address}/${version}/init/error`)).status).toBe(404);
  });
});

test("without a secret the address is a plain host and port", async () => {
  const plain = await RuntimeApi.open();
  plain.listen(listener);
  expect(plain.address).toMatch(/^127\.0\.0\.1:\d+$/);
  const request = get(`http://${plain.address}/${version}/invocation/next`);
  await expect.poll(() => heard).toEqual(["waiting"]);
  plain.close();
  await once(request, "error");
});
