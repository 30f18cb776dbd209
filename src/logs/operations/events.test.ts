import { spawnSync } from "node:child_process";
import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  paginateFilterLogEvents,
  paginateGetLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../../test/fixtures/gatepool.ts";
import { type LogsServer, logsServer } from "../../../test/fixtures/logs.ts";

const logGroupName = "/app/one";
const logStreamName = "s";
let server: LogsServer;
let now: number;

beforeEach(async () => {
  server = await logsServer();
  now = server.clock.now();
  await server.client.send(new CreateLogGroupCommand({ logGroupName }));
  await server.client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
});
afterEach(() => server.close());

const at = (offset: number, message = `at ${offset}`) => ({ timestamp: now + offset, message });
const putInto = (stream: string, logEvents: { timestamp: number; message: string }[]) =>
  server.client.send(new PutLogEventsCommand({ logGroupName, logStreamName: stream, logEvents }));
const put = (...events: ReturnType<typeof at>[]) => putInto(logStreamName, events);
const get = (input: object = {}) =>
  server.client.send(new GetLogEventsCommand({ logGroupName, logStreamName, ...input }));
const filter = (input: object = {}) =>
  server.client.send(new FilterLogEventsCommand({ logGroupName, ...input }));
const textsOf = ({ events = [] }: { events?: { message?: string }[] | undefined }) =>
  events.map(({ message }) => message);

describe("PutLogEvents", () => {
  test("keeps what GetLogEvents reads", async () => {
    expect(await put(at(-5000, "Grüße"), at(-5000))).toMatchObject({ nextSequenceToken: "1" });
    expect((await get()).events).toEqual([
      { timestamp: now - 5000, message: "Grüße", ingestionTime: now },
      { timestamp: now - 5000, message: "at -5000", ingestionTime: now },
    ]);
  });

  test("rejects events that are too old or too new, and keeps the rest", async () => {
    const day = 86_400_000;
    const old = await put(at(-14 * day - 1), at(-14 * day + 1));
    expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
    const fresh = await put(at(0), at(3 * 3_600_000));
    expect(fresh.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
    expect(textsOf(await get())).toEqual([`at ${-14 * day + 1}`, "at 0"]);
    const retention = new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 });
    await server.client.send(retention);
    const expired = await put(at(-2 * day), at(-2 * day));
    expect(expired.rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 2 });
  });

  test("refuses a batch that breaks its rules", async () => {
    await expect(putInto(logStreamName, [])).rejects.toThrow("at least 1");
    await expect(put(at(1), at(0))).rejects.toThrow("chronological order");
    await expect(put(at(0, ""))).rejects.toThrow("must not be empty");
    await expect(put(at(0.5))).rejects.toThrow("whole milliseconds");
    await expect(put(at(-86_400_001), at(0))).rejects.toThrow("24 hours");
    await expect(put(at(0, "ä".repeat(600_000)))).rejects.toThrow("Upload too large");
    const many = Array.from({ length: 10_001 }, () => at(0));
    await expect(put(...many)).rejects.toThrow("at most 10000");
    expect((await get()).events).toEqual([]);
    await expect(putInto("none", [at(0)])).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "The specified log stream does not exist.",
    });
  });
});

describe("GetLogEvents", () => {
  test("reads from the end, and backwards and forwards by its tokens", async () => {
    await put(...[1, 2, 3, 4, 5].map((offset) => at(offset)));
    const end = await get({ limit: 2 });
    expect(textsOf(end)).toEqual(["at 4", "at 5"]);
    const before = await get({ limit: 2, nextToken: end.nextBackwardToken });
    expect(textsOf(before)).toEqual(["at 2", "at 3"]);
    const again = await get({ limit: 2, nextToken: before.nextForwardToken });
    expect(textsOf(again)).toEqual(["at 4", "at 5"]);
    const nothing = await get({ nextToken: again.nextForwardToken });
    expect(nothing).toMatchObject({ events: [], nextForwardToken: again.nextForwardToken });
    await put(at(6));
    expect(textsOf(await get({ nextToken: nothing.nextForwardToken }))).toEqual(["at 6"]);
  });

  test("ends, for whoever reads page by page", async () => {
    await put(...[1, 2, 3, 4, 5].map((offset) => at(offset)));
    const read = [];
    const input = { logGroupName, logStreamName, startFromHead: true, limit: 2 };
    const pages = paginateGetLogEvents({ client: server.client, stopOnSameToken: true }, input);
    for await (const page of pages) read.push(...textsOf(page));
    expect(read).toEqual(["at 1", "at 2", "at 3", "at 4", "at 5"]);
  });

  test("takes a start, included, and an end, not included", async () => {
    await put(at(1), at(2), at(3));
    expect(textsOf(await get({ startTime: now + 2, endTime: now + 3 }))).toEqual(["at 2"]);
  });

  test("refuses what it did not give out", async () => {
    await put(at(1));
    const { nextForwardToken = "" } = await get();
    const other = nextForwardToken.replace(/^f/, "b");
    for (const nextToken of ["forged", "f/forged", other, nextForwardToken.slice(0, -4)]) {
      await expect(get({ nextToken })).rejects.toThrow("nextToken is invalid");
    }
    await expect(get({ logStreamName: "none" })).rejects.toThrow("log stream does not exist");
    await expect(get({ logGroupName: "/none" })).rejects.toThrow("log group does not exist");
    await expect(get({ logGroupIdentifier: logGroupName })).rejects.toThrow("together");
    await expect(get({ logGroupName: undefined })).rejects.toThrow("must be given");
  });
});

describe("FilterLogEvents", () => {
  test("reads all streams by time, in pages, with ids", async () => {
    await server.client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "t" }));
    await put(at(1), at(3), at(3));
    await putInto("t", [at(2), at(3)]);
    const read = [];
    const pages = paginateFilterLogEvents({ client: server.client }, { logGroupName, limit: 2 });
    for await (const { events = [] } of pages) read.push(...events);
    expect(read.map(({ message, logStreamName }) => `${logStreamName} ${message}`)).toEqual([
      "s at 1",
      "t at 2",
      "s at 3",
      "s at 3",
      "t at 3",
    ]);
    expect(new Set(read.map(({ eventId }) => eventId)).size).toBe(5);
    expect(textsOf(await filter({ logStreamNames: ["t"] }))).toEqual(["at 2", "at 3"]);
    expect(textsOf(await filter({ logStreamNamePrefix: "t" }))).toEqual(["at 2", "at 3"]);
    expect(textsOf(await filter({ startTime: now + 2, endTime: now + 2 }))).toEqual(["at 2"]);
    const arn = `arn:aws:logs:us-east-1:000000000000:log-group:${logGroupName}`;
    const byArn = { logGroupName: undefined, logGroupIdentifier: arn, limit: 1 };
    expect(textsOf(await filter(byArn))).toEqual(["at 1"]);
  });

  test("finds by terms, and refuses what it cannot read", async () => {
    await put(at(1, "ERROR out of tea"), at(2, "INFO tea"), at(3, "WARN no tea left"));
    expect(textsOf(await filter({ filterPattern: "?ERROR ?WARN" }))).toHaveLength(2);
    expect(textsOf(await filter({ filterPattern: '"no tea"' }))).toEqual(["WARN no tea left"]);
    await expect(filter({ filterPattern: "{ $.a = 1 }" })).rejects.toThrow("JSON filter patterns");
    await expect(filter({ logStreamNames: ["s"], logStreamNamePrefix: "s" })).rejects.toThrow(
      "together",
    );
    const { nextToken } = await filter({ limit: 1 });
    await expect(filter({ limit: 1, nextToken, filterPattern: "tea" })).rejects.toThrow(
      "nextToken is invalid",
    );
    const foreign = "arn:aws:logs:us-east-1:111111111111:log-group:/app/one";
    await expect(filter({ logGroupName: undefined, logGroupIdentifier: foreign })).rejects.toThrow(
      "log group does not exist",
    );
  });

  test("a page is at most a megabyte", async () => {
    const half = "x".repeat(600_000);
    await put(at(1, half));
    await put(at(2, half));
    const first = await filter();
    expect(first.events).toHaveLength(1);
    expect((await filter({ nextToken: first.nextToken })).events).toHaveLength(1);
  });

  const hasCommandLine = spawnSync("aws", ["--version"]).status === 0;
  test.runIf(hasCommandLine)("the AWS command line reads events", async () => {
    await put(at(1, "hello from the command line"));
    const args = ["logs", "filter-log-events", "--log-group-name", logGroupName];
    const where = ["--endpoint-url", server.url, "--region", "us-east-1", "--output", "text"];
    const env = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
    const { code, stdout, stderr } = await run("aws", [...args, ...where], env);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("hello from the command line");
  });
});
