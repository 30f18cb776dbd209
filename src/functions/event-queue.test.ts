import { expect, test } from "vitest";
import type { Log } from "../foundation/log.ts";
import { EventQueue } from "./event-queue.ts";
import type { ExecutionRequest } from "./invoker.ts";
import type { Done } from "./runtime/job.ts";

const request: ExecutionRequest = {
  requestId: "id-1",
  payload: "{}",
  record: {
    tenant: { account: "000000000000", region: "us-east-1" },
    name: "hello",
    version: "$LATEST",
    runtime: "python3.11",
    handler: "app.handler",
    role: "arn:aws:iam::000000000000:role/hello",
    description: "",
    timeout: 3,
    memorySize: 128,
    variables: {},
    architecture: "x86_64",
    tracing: "PassThrough",
    ephemeralStorage: 512,
    logGroup: "/aws/lambda/hello",
    tags: {},
    layers: [],
    code: { id: "1", size: 1, sha256: "", chunks: 1 },
    generation: "1",
    revisionId: "1",
    modifiedAt: 0,
  },
};
const answered: Done = {
  outcome: { kind: "answered", payload: Buffer.alloc(0) },
  tail: Buffer.alloc(0),
};
const failed: Done = {
  outcome: { kind: "unable", reason: "no Python" },
  tail: Buffer.alloc(0),
};

function queueOf(run: () => Promise<Done | undefined>, max = 1) {
  const warnings: object[] = [];
  const silent = () => {};
  const warn = (details: object) => warnings.push(details);
  const log: Log = { debug: silent, info: silent, warn, error: silent };
  return { queue: new EventQueue({ log, max, retryAfterMs: [1, 1], run }), warnings };
}

test("there is room again when an event is done", async () => {
  let finish: (done: Done) => void = () => {};
  const { queue } = queueOf(() => new Promise((resolve) => (finish = resolve)));
  expect(queue.add(request)).toBe(true);
  expect(queue.add(request)).toBe(false);
  finish(answered);
  await expect.poll(() => queue.add(request)).toBe(true);
  queue.close();
});

test("what fails three times is lost, and the log says so", async () => {
  let attempts = 0;
  const { queue, warnings } = queueOf(async () => {
    attempts += 1;
    if (attempts === 2) throw new Error("the storage is away");
    return failed;
  });
  queue.add(request);
  await expect.poll(() => warnings).toHaveLength(1);
  expect(attempts).toBe(3);
  expect(warnings[0]).toMatchObject({ requestId: "id-1", reason: "no Python" });
});

test("a function that is gone is not tried again", async () => {
  let attempts = 0;
  const { queue, warnings } = queueOf(async () => {
    attempts += 1;
    return undefined;
  });
  queue.add(request);
  await expect.poll(() => queue.add(request)).toBe(true);
  expect(attempts).toBe(2);
  expect(warnings).toEqual([]);
});

test("what is left when the server stops is counted, and nothing more is taken", () => {
  const { queue, warnings } = queueOf(() => new Promise(() => {}));
  queue.add(request);
  queue.close();
  expect(warnings).toEqual([{ events: 1 }]);
  expect(queue.add(request)).toBe(false);
});
