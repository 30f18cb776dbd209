import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { movableClock } from "../../../../test/fixtures/clock.ts";
import { resourceContext } from "../../../../test/fixtures/resource-context.ts";
import { temporaryStorage } from "../../../../test/fixtures/storage.ts";
import { createLog } from "../../../foundation/log.ts";
import { LogStore, logsDefinition } from "../../../logs/index.ts";
import { createPageTokens } from "../../../wire/paging.ts";
import { NeedsReplacement, type ResourceContext } from "../../resource.ts";
import { logGroup } from "./log-group.ts";

const name = "hello-Thing-AbCdEfGhIjKl";
const arn = `arn:aws:logs:us-east-1:000000000000:log-group:${name}`;
let context: ResourceContext;
let close: () => Promise<void>;

beforeEach(async () => {
  const clock = movableClock();
  const storage = await temporaryStorage();
  const logs = new LogStore(join(storage.folder, "logs"), clock, createLog("silent"));
  const pageTokens = createPageTokens(storage.keyring);
  context = resourceContext([logsDefinition({ logs, pageTokens, clock })]);
  close = async () => {
    await logs.close();
    await storage.close();
  };
});
afterEach(() => close());

const groups = async () => (await context.services.logs("DescribeLogGroups", {})).logGroups;
const tags = async () =>
  (await context.services.logs("ListTagsForResource", { resourceArn: arn })).tags;
const update = (previous: object, properties: object) =>
  logGroup.update?.({ physicalId: name, previous, properties }, context);
const read = (properties: object) => logGroup.read?.({ physicalId: name, properties }, context);

test("is made with its retention and the tags of template and stack, and removed", async () => {
  const properties = { RetentionInDays: 7, Tags: [{ Key: "team", Value: "gate" }] };
  const made = await logGroup.create(properties, context);
  expect(made).toEqual({ physicalId: name, attributes: { Arn: `${arn}:*` } });
  expect(await groups()).toMatchObject([{ logGroupName: name, retentionInDays: 7 }]);
  expect(await tags()).toMatchObject({ team: "gate", department: "doors" });
  expect(await read(properties)).toEqual(properties);
  await logGroup.delete({ physicalId: name, properties }, context);
  expect(await groups()).toEqual([]);
  expect(await read(properties)).toBeUndefined();
});

test("has the name that the template gives, and keeps clear of groups that are there", async () => {
  const properties = { LogGroupName: "/app/hello" };
  await context.services.logs("CreateLogGroup", { logGroupName: "/app/hello" });
  const again = logGroup.create(properties, context);
  await expect(again).rejects.toMatchObject({ code: "ResourceAlreadyExistsException" });
  expect(await logGroup.find?.(properties, context)).toBeUndefined();
  expect(await groups()).toHaveLength(1);
});

test("is found when its creation broke off", async () => {
  expect(await logGroup.find?.({}, context)).toBeUndefined();
  await logGroup.create({}, context);
  expect(await logGroup.find?.({}, context)).toBe(name);
  const other = { ...context, physicalName: () => "hello-Thing-ZZZZZZZZZZZZ" };
  expect(await logGroup.find?.({ LogGroupName: name }, other)).toBeUndefined();
});

test("leaves nothing behind when its retention is refused", async () => {
  const made = logGroup.create({ RetentionInDays: 8 }, context);
  await expect(made).rejects.toThrow("Invalid retention value.");
  expect(await groups()).toEqual([]);
});

test("changes in place", async () => {
  const first = { RetentionInDays: 7, Tags: [{ Key: "team", Value: "gate" }] };
  const second = { RetentionInDays: 14, Tags: [{ Key: "stage", Value: "test" }] };
  await logGroup.create(first, context);
  await update(first, second);
  expect(await read(second)).toEqual(second);
  await update(second, {});
  expect(await groups()).not.toMatchObject([{ retentionInDays: expect.anything() }]);
  expect(Object.keys((await tags()) ?? {})).toEqual(["department", "gatepool:creation"]);
});

test("is replaced for another class, which then is refused by its name", async () => {
  await logGroup.create({}, context);
  await expect(update({}, { LogGroupClass: "DELIVERY" })).rejects.toThrow(NeedsReplacement);
  await update({}, { LogGroupClass: "STANDARD" });
  const other = logGroup.create({ LogGroupName: "/other", LogGroupClass: "DELIVERY" }, context);
  await expect(other).rejects.toThrow("logGroupClass DELIVERY");
});

test("is refused with what groups do not have", async () => {
  const made = logGroup.create({ KmsKeyId: "arn:aws:kms:key", FieldIndexPolicies: [{}] }, context);
  await expect(made).rejects.toThrow("#/KmsKeyId: this property of AWS::Logs::LogGroup");
  expect(await groups()).toEqual([]);
});
