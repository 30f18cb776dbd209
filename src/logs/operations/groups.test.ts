import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LogsServer, logsServer } from "../../../test/fixtures/logs.ts";

const tenant = { account: "000000000000", region: "us-east-1" };
let server: LogsServer;

beforeEach(async () => {
  server = await logsServer();
});
afterEach(() => server.close());

const create = (logGroupName: string, settings: object = {}) =>
  server.client.send(new CreateLogGroupCommand({ logGroupName, ...settings }));
const list = (input: object = {}) => server.client.send(new DescribeLogGroupsCommand(input));
const missing = {
  name: "ResourceNotFoundException",
  message: "The specified log group does not exist.",
};

describe("log groups", () => {
  test("are created once, described and deleted", async () => {
    await create("/app/one");
    await expect(create("/app/one")).rejects.toMatchObject({
      name: "ResourceAlreadyExistsException",
      message: "The specified log group already exists",
    });
    const arn = "arn:aws:logs:us-east-1:000000000000:log-group:/app/one";
    expect((await list()).logGroups).toEqual([
      {
        logGroupName: "/app/one",
        creationTime: server.clock.now(),
        metricFilterCount: 0,
        arn: `${arn}:*`,
        logGroupArn: arn,
        storedBytes: 0,
        logGroupClass: "STANDARD",
      },
    ]);
    await server.client.send(new DeleteLogGroupCommand({ logGroupName: "/app/one" }));
    expect((await list()).logGroups).toEqual([]);
    const again = server.client.send(new DeleteLogGroupCommand({ logGroupName: "/app/one" }));
    await expect(again).rejects.toMatchObject(missing);
  });

  test("of functions are there once they print, and are counted", async () => {
    server.logs.append({ tenant, name: "/aws/lambda/hello" }, "s", ["one line"]);
    const [group] = (await list({ logGroupNamePrefix: "/aws/lambda/" })).logGroups ?? [];
    expect(group).toMatchObject({ logGroupName: "/aws/lambda/hello" });
    expect(group?.storedBytes).toBeGreaterThan(10);
  });

  test("come in pages, by prefix, part, name or ARN", async () => {
    for (const name of ["/a/3", "/a/1", "/b/1", "/a/2"]) await create(name);
    const names = async (input: object) =>
      (await list(input)).logGroups?.map(({ logGroupName }) => logGroupName);
    const first = await list({ logGroupNamePrefix: "/a", limit: 2 });
    expect(first.logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(["/a/1", "/a/2"]);
    const { nextToken } = first;
    expect(await names({ logGroupNamePrefix: "/a", limit: 2, nextToken })).toEqual(["/a/3"]);
    await expect(list({ nextToken })).rejects.toThrow("nextToken is invalid");
    await expect(list({ nextToken: "forged" })).rejects.toThrow("nextToken is invalid");
    expect(await names({ logGroupNamePattern: "1" })).toEqual(["/a/1", "/b/1"]);
    const arn = "arn:aws:logs:us-east-1:000000000000:log-group:/b/1";
    expect(await names({ logGroupIdentifiers: [arn, "/a/3"] })).toEqual(["/a/3", "/b/1"]);
    await expect(list({ logGroupNamePattern: "1", logGroupNamePrefix: "/" })).rejects.toThrow(
      "mutually exclusive",
    );
    await expect(list({ includeLinkedAccounts: true })).rejects.toThrow("other accounts");
  });

  test.each([
    [{ kmsKeyId: "key" }, "kmsKeyId"],
    [{ logGroupClass: "INFREQUENT_ACCESS" }, "logGroupClass INFREQUENT_ACCESS"],
    [{ deletionProtectionEnabled: true }, "deletionProtectionEnabled"],
  ])("are refused with %j", async (settings, named) => {
    await expect(create("/app/one", settings)).rejects.toThrow(named);
    expect((await list()).logGroups).toEqual([]);
  });

  test("show no events that are older than they keep them", async () => {
    const logGroupName = "/aws/lambda/hello";
    const retain = (retentionInDays: number) =>
      server.client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays }));
    const messages = async () => {
      const { events } = await server.client.send(new FilterLogEventsCommand({ logGroupName }));
      return events?.map(({ message }) => message);
    };
    await expect(retain(7)).rejects.toMatchObject(missing);
    server.logs.append({ tenant, name: logGroupName }, "s", ["old"]);
    await server.logs.flush();
    server.clock.advance(8 * 86_400_000);
    server.logs.append({ tenant, name: logGroupName }, "s", ["new"]);
    await expect(retain(8)).rejects.toMatchObject({ name: "InvalidParameterException" });
    await retain(7);
    expect((await list()).logGroups).toMatchObject([{ retentionInDays: 7 }]);
    expect(await messages()).toEqual(["new"]);
    await server.client.send(new DeleteRetentionPolicyCommand({ logGroupName }));
    expect(await messages()).toEqual(["old", "new"]);
    const other = new DeleteRetentionPolicyCommand({ logGroupName: "/none" });
    await expect(server.client.send(other)).rejects.toMatchObject(missing);
  });
});

describe("log streams", () => {
  const logGroupName = "/app/one";
  const createStream = (logStreamName: string, group = logGroupName) =>
    server.client.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName }));
  const streams = (input: object = {}) =>
    server.client.send(new DescribeLogStreamsCommand({ logGroupName, ...input }));

  test("are created once, in a group", async () => {
    await expect(createStream("s")).rejects.toMatchObject(missing);
    await create(logGroupName);
    await createStream("s");
    await expect(createStream("s")).rejects.toMatchObject({
      name: "ResourceAlreadyExistsException",
      message: "The specified log stream already exists",
    });
    await expect(createStream("a:b")).rejects.toThrow("logStreamName");
    await expect(createStream("s", "a b")).rejects.toThrow("logGroupName");
    expect((await streams()).logStreams).toMatchObject([
      { logStreamName: "s", creationTime: server.clock.now(), storedBytes: 0 },
    ]);
  });

  test("are listed by name or last event, in pages", async () => {
    await create(logGroupName);
    await createStream("a");
    for (const stream of ["c", "b"]) {
      server.clock.advance(1000);
      server.logs.append({ tenant, name: logGroupName }, stream, ["line"]);
    }
    const names = async (input: object) =>
      (await streams(input)).logStreams?.map(({ logStreamName }) => logStreamName);
    expect(await names({})).toEqual(["a", "b", "c"]);
    expect(await names({ logStreamNamePrefix: "b" })).toEqual(["b"]);
    const newest = { orderBy: "LastEventTime", descending: true, limit: 2 };
    const { logStreams, nextToken } = await streams(newest);
    expect(logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(["b", "c"]);
    expect(logStreams).toMatchObject([{ lastEventTimestamp: server.clock.now() }, {}]);
    expect(await names({ ...newest, nextToken })).toEqual(["a"]);
    await expect(streams({ ...newest, logStreamNamePrefix: "b" })).rejects.toThrow("order by");
    await expect(streams({ logGroupName: "/none" })).rejects.toMatchObject(missing);
  });
});
