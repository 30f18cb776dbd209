import {
  type ApiGatewayV2Client,
  CreateStageCommand,
  DeleteAccessLogSettingsCommand,
  GetStageCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApi, refusalOf, temporaryApis } from "../../../../test/fixtures/http-apis.ts";

const StageName = "logged";
const DestinationArn = "arn:aws:logs:us-east-1:000000000000:log-group:/apis/pets";
const Format = "$context.requestId $context.status";
let control: Awaited<ReturnType<typeof temporaryApis>>;
let client: ApiGatewayV2Client;
beforeAll(async () => {
  control = await temporaryApis();
  client = control.client;
});
afterAll(() => control.close());

const logOf = (apiId: string) => control.plans.get(apiId, StageName)?.accessLog;

test("an access log is set, changed in part, and ended, at once", async () => {
  const ApiId = await createHttpApi(client);
  const AccessLogSettings = { DestinationArn, Format };
  const made = await client.send(new CreateStageCommand({ ApiId, StageName, AccessLogSettings }));
  expect(made.AccessLogSettings).toEqual(AccessLogSettings);
  expect(logOf(ApiId)).toEqual({ group: "/apis/pets", format: Format });
  const other = { Format: '{"id":"$context.requestId"}' };
  await client.send(new UpdateStageCommand({ ApiId, StageName, AccessLogSettings: other }));
  expect(logOf(ApiId)).toEqual({ group: "/apis/pets", format: other.Format });
  const same = await client.send(new UpdateStageCommand({ ApiId, StageName, AutoDeploy: false }));
  expect(same.AccessLogSettings).toEqual({ DestinationArn, ...other });
  const remove = new DeleteAccessLogSettingsCommand({ ApiId, StageName });
  expect((await client.send(remove)).$metadata.httpStatusCode).toBe(204);
  expect(logOf(ApiId)).toBeUndefined();
  const stage = await client.send(new GetStageCommand({ ApiId, StageName }));
  expect(stage.AccessLogSettings).toBeUndefined();
});

test("a log group may be written as its ARN of all streams", async () => {
  const ApiId = await createHttpApi(client);
  const AccessLogSettings = { DestinationArn: `${DestinationArn}:*`, Format };
  await client.send(new CreateStageCommand({ ApiId, StageName, AccessLogSettings }));
  expect(logOf(ApiId)?.group).toBe("/apis/pets");
});

const arn = (region: string, account: string, resource: string) =>
  `arn:aws:logs:${region}:${account}:${resource}`;
const ownGroup = "the ARN of a log group of this account and region";
test.each([
  ["no format", { DestinationArn }, "must contain $context.requestId"],
  ["no destination", { Format }, ownGroup],
  ["a format without the id", { DestinationArn, Format: "$context.requestIds" }, "requestId"],
  ["a long format", { DestinationArn, Format: `${Format}${" ".repeat(3072)}` }, "1 to 3072"],
  ["no ARN", { DestinationArn: "/apis/pets", Format }, ownGroup],
  ["a stream", { DestinationArn: `${DestinationArn}:log-stream:a`, Format }, ownGroup],
  [
    "another service",
    { DestinationArn: "arn:aws:s3:us-east-1:000000000000:log-group:a", Format },
    ownGroup,
  ],
  [
    "another account",
    { DestinationArn: arn("us-east-1", "111111111111", "log-group:a"), Format },
    ownGroup,
  ],
  [
    "another region",
    { DestinationArn: arn("eu-west-1", "000000000000", "log-group:a"), Format },
    ownGroup,
  ],
])("%s is refused, at creation and at an update", async (_, AccessLogSettings, message) => {
  const ApiId = await createHttpApi(client);
  const make = new CreateStageCommand({ ApiId, StageName, AccessLogSettings });
  const refused = await refusalOf(client.send(make));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
  await client.send(new CreateStageCommand({ ApiId, StageName }));
  const update = new UpdateStageCommand({ ApiId, StageName, AccessLogSettings });
  expect((await refusalOf(client.send(update))).message).toContain(message);
  expect(logOf(ApiId)).toBeUndefined();
});

test("without a stage there is no log to end", async () => {
  const ApiId = await createHttpApi(client);
  const remove = new DeleteAccessLogSettingsCommand({ ApiId, StageName });
  expect(await refusalOf(client.send(remove))).toMatchObject({
    name: "NotFoundException",
    message: "Invalid stage identifier specified",
  });
});
