import { ListTagsCommand, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
} from "../../../test/fixtures/functions.ts";

const Resource = "arn:aws:lambda:us-east-1:000000000000:function:hello";
let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
  const files = { "app.py": "def handler(e, c):\n    return 1\n" };
  await createFunction(server, "hello", files, { Tags: { team: "a", stage: "dev" } });
});
afterAll(() => server.close());

const tag = (Tags: Record<string, string>, arn = Resource) =>
  server.lambda.send(new TagResourceCommand({ Resource: arn, Tags }));
const untag = (TagKeys: string[], arn = Resource) =>
  server.lambda.send(new UntagResourceCommand({ Resource: arn, TagKeys }));
const list = async (arn = Resource) =>
  (await server.lambda.send(new ListTagsCommand({ Resource: arn }))).Tags;

test("tags are added, replaced and removed", async () => {
  await tag({ team: "b", "über/all": "ja" });
  expect(await list()).toEqual({ team: "b", stage: "dev", "über/all": "ja" });
  await untag(["stage", "über/all", "never"]);
  expect(await list()).toEqual({ team: "b" });
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    "a version",
    () => tag({ a: "1" }, `${Resource}:1`),
    "InvalidParameterValueException",
    "Tags on function aliases and versions are not supported.",
  ],
  [
    "a function that is not there",
    () => list(`${Resource}-2`),
    "ResourceNotFoundException",
    `Function not found: ${Resource}-2`,
  ],
  [
    "untagging one that is not there",
    () => untag(["a"], `${Resource}-2`),
    "ResourceNotFoundException",
    `Function not found: ${Resource}-2`,
  ],
  [
    "a 51st tag",
    () => tag(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ""]))),
    "InvalidParameterValueException",
    "Number of tags exceeds resource tag limit.",
  ],
  [
    "a name of AWS's own",
    () => tag({ "aws:mine": "1" }),
    "InvalidParameterValueException",
    "System tags (starting with aws:) cannot be set or removed.",
  ],
])("%s is refused", async (_, attempt, name, message) => {
  await expect(attempt()).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message),
  });
});
