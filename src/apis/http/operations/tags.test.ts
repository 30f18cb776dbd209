import {
  type ApiGatewayV2Client,
  CreateStageCommand,
  GetApiCommand,
  GetStageCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createHttpApi, refusalOf, temporaryApis } from "../../../../test/fixtures/http-apis.ts";

let control: Awaited<ReturnType<typeof temporaryApis>>;
let client: ApiGatewayV2Client;
let ApiId: string;
let arn: string;
beforeAll(async () => {
  control = await temporaryApis();
  client = control.client;
});
beforeEach(async () => {
  ApiId = await createHttpApi(client);
  arn = `arn:aws:apigateway:us-east-1::/apis/${ApiId}`;
});
afterAll(() => control.close());

const tag = (ResourceArn: string, Tags: Record<string, string>) =>
  client.send(new TagResourceCommand({ ResourceArn, Tags }));
const untag = (ResourceArn: string, TagKeys: string[]) =>
  client.send(new UntagResourceCommand({ ResourceArn, TagKeys }));
const tagsOf = async (ResourceArn: string) =>
  (await client.send(new GetTagsCommand({ ResourceArn }))).Tags;

test("an API is tagged and untagged", async () => {
  expect(await tagsOf(arn)).toEqual({});
  const tagged = await tag(arn, { team: "pets", env: "dev" });
  expect(tagged.$metadata.httpStatusCode).toBe(201);
  await tag(arn, { env: "test", "a key": "a/value=1" });
  const all = { team: "pets", env: "test", "a key": "a/value=1" };
  expect(await tagsOf(arn)).toEqual(all);
  expect((await client.send(new GetApiCommand({ ApiId }))).Tags).toEqual(all);
  const untagged = await untag(arn, ["env", "a key", "unknown"]);
  expect(untagged.$metadata.httpStatusCode).toBe(204);
  expect(await tagsOf(arn)).toEqual({ team: "pets" });
});

test.each(["dev", "$default"])("the stage %s has tags of its own", async (StageName) => {
  await client.send(new CreateStageCommand({ ApiId, StageName, Tags: { made: "yes" } }));
  const stage = `${arn}/stages/${StageName}`;
  await tag(stage, { team: "pets" });
  expect(await tagsOf(stage)).toEqual({ made: "yes", team: "pets" });
  await untag(stage, ["made"]);
  const found = await client.send(new GetStageCommand({ ApiId, StageName }));
  expect(found.Tags).toEqual({ team: "pets" });
  expect(await tagsOf(arn)).toEqual({});
});

test("fifty tags are the most, together with those that are there", async () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, ""]));
  await tag(arn, many(50));
  const refused = await refusalOf(tag(arn, { more: "" }));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain("tags must be 0 to 50 entries");
  await tag(arn, { key0: "changed" });
  expect(Object.keys((await tagsOf(arn)) ?? {})).toHaveLength(50);
});

test("a tag that is too long is refused", async () => {
  const key = await refusalOf(tag(arn, { ["k".repeat(129)]: "" }));
  expect(key.message).toContain("tags must be 1 to 128 characters");
  const value = await refusalOf(tag(arn, { key: "v".repeat(257) }));
  expect(value.message).toContain("tags must be 0 to 256 characters");
  expect(await tagsOf(arn)).toEqual({});
});

test("what is not there, or is another account's or region's, is not found", async () => {
  const unknown = arn.replace(ApiId, "aaaaaaaaaa");
  const elsewhere = arn.replace("us-east-1", "eu-west-1");
  for (const ResourceArn of [unknown, elsewhere, `${arn}/stages/none`]) {
    const refused = { name: "NotFoundException", status: 404 };
    expect(await refusalOf(tag(ResourceArn, { a: "b" }))).toMatchObject(refused);
    expect(await refusalOf(untag(ResourceArn, ["a"]))).toMatchObject(refused);
    expect(await refusalOf(tagsOf(ResourceArn))).toMatchObject(refused);
  }
  const other = control.clientIn("111122223333", "us-east-1");
  const foreign = other.send(new GetTagsCommand({ ResourceArn: arn }));
  expect(await refusalOf(foreign)).toMatchObject({ name: "NotFoundException" });
});

test.each([
  "hello",
  "arn:aws:apigateway:us-east-1::/vpclinks/abc123",
  "arn:aws:apigateway:us-east-1:000000000000:/apis/aaaaaaaaaa",
  "arn:aws:lambda:us-east-1::/apis/aaaaaaaaaa",
])("%s is refused: it names nothing that has tags here", async (ResourceArn) => {
  const refused = await refusalOf(tagsOf(ResourceArn));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(`Invalid resourceArn '${ResourceArn}'`);
});
