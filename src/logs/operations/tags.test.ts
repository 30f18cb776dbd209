import {
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  ListTagsForResourceCommand,
  PutRetentionPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LogsServer, logsServer } from "../../../test/fixtures/logs.ts";

const logGroupName = "/app/one";
const resourceArn = `arn:aws:logs:us-east-1:000000000000:log-group:${logGroupName}`;
let server: LogsServer;

beforeEach(async () => {
  server = await logsServer();
  await server.client.send(new CreateLogGroupCommand({ logGroupName, tags: { stage: "test" } }));
});
afterEach(() => server.close());

const tag = (tags: Record<string, string>, arn = resourceArn) =>
  server.client.send(new TagResourceCommand({ resourceArn: arn, tags }));
const untag = (tagKeys: string[], arn = resourceArn) =>
  server.client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys }));
const tags = async (arn = resourceArn) =>
  (await server.client.send(new ListTagsForResourceCommand({ resourceArn: arn }))).tags;

test("are put on a group, changed, and taken off", async () => {
  expect(await tags()).toEqual({ stage: "test" });
  await tag({ stage: "production", team: "gate" });
  await untag(["team", "never"]);
  expect(await tags()).toEqual({ stage: "production" });
  expect(await tags(`${resourceArn}:*`)).toEqual({ stage: "production" });
});

test("stay when the retention changes", async () => {
  await server.client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 7 }));
  await tag({ team: "gate" });
  expect(await tags()).toEqual({ stage: "test", team: "gate" });
  const { logGroups } = await server.client.send(new DescribeLogGroupsCommand({}));
  expect(logGroups).toMatchObject([{ retentionInDays: 7 }]);
});

test("are 50 at most", async () => {
  const many = (count: number, name: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, ""]));
  await tag(many(49, "a"));
  await expect(tag(many(1, "b"))).rejects.toMatchObject({ name: "TooManyTagsException" });
  expect(Object.keys((await tags()) ?? {})).toHaveLength(50);
});

test.each([
  ["arn:aws:logs:us-east-1:000000000000:log-group:/none", "ResourceNotFoundException"],
  ["arn:aws:logs:us-east-1:999999999999:log-group:/app/one", "ResourceNotFoundException"],
  ["arn:aws:iam::000000000000:role/one", "ResourceNotFoundException"],
  ["/app/one", "InvalidParameterException"],
])("of %s are refused", async (arn, name) => {
  await expect(tag({ a: "b" }, arn)).rejects.toMatchObject({ name });
  await expect(untag(["a"], arn)).rejects.toMatchObject({ name });
  await expect(tags(arn)).rejects.toMatchObject({ name });
});
