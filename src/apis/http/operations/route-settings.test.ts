import {
  type ApiGatewayV2Client,
  CreateStageCommand,
  type CreateStageCommandInput,
  DeleteRouteSettingsCommand,
  GetStageCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createHelloApi,
  createHttpApi,
  refusalOf,
  temporaryApis,
} from "../../../../test/fixtures/http-apis.ts";

const StageName = "limited";
let control: Awaited<ReturnType<typeof temporaryApis>>;
let client: ApiGatewayV2Client;
beforeAll(async () => {
  control = await temporaryApis();
  client = control.client;
});
afterAll(() => control.close());

const throttleOf = (apiId: string) => control.plans.get(apiId, StageName)?.routes[0]?.throttle;

async function helloStage(settings: Partial<CreateStageCommandInput>) {
  const { apiId: ApiId, deploymentId: DeploymentId } = await createHelloApi(client);
  await client.send(new CreateStageCommand({ ApiId, StageName, DeploymentId, ...settings }));
  return ApiId;
}

test("a stage without limits limits nothing", async () => {
  const ApiId = await helloStage({ DefaultRouteSettings: { DetailedMetricsEnabled: true } });
  expect(throttleOf(ApiId)).toBeUndefined();
  expect(await client.send(new GetStageCommand({ ApiId, StageName }))).toMatchObject({
    DefaultRouteSettings: { DetailedMetricsEnabled: true },
    RouteSettings: {},
  });
});

test("limits work at once; what one leaves out is an account's", async () => {
  const ApiId = await helloStage({ DefaultRouteSettings: { ThrottlingRateLimit: 0.5 } });
  expect(throttleOf(ApiId)).toEqual({ ratePerSecond: 0.5, burst: 5000 });
  const DefaultRouteSettings = { ThrottlingRateLimit: 0, ThrottlingBurstLimit: 0 };
  const answer = await client.send(
    new UpdateStageCommand({ ApiId, StageName, DefaultRouteSettings }),
  );
  expect(answer.DefaultRouteSettings).toEqual({
    DetailedMetricsEnabled: false,
    ...DefaultRouteSettings,
  });
  expect(throttleOf(ApiId)).toEqual({ ratePerSecond: 0, burst: 0 });
});

test("a route's own limits come before the stage's, member by member", async () => {
  const ApiId = await helloStage({
    DefaultRouteSettings: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
    RouteSettings: { "GET /hello": { ThrottlingBurstLimit: 5 } },
  });
  expect(throttleOf(ApiId)).toEqual({ ratePerSecond: 10, burst: 5 });
  const RouteSettings = { "GET /hello": { ThrottlingRateLimit: 1 } };
  const changed = await client.send(new UpdateStageCommand({ ApiId, StageName, RouteSettings }));
  expect(changed.RouteSettings).toEqual({
    "GET /hello": {
      DetailedMetricsEnabled: false,
      ThrottlingBurstLimit: 5,
      ThrottlingRateLimit: 1,
    },
  });
  const RouteKey = "GET /hello";
  const remove = new DeleteRouteSettingsCommand({ ApiId, StageName, RouteKey });
  expect((await client.send(remove)).$metadata.httpStatusCode).toBe(204);
  expect(throttleOf(ApiId)).toEqual({ ratePerSecond: 10, burst: 20 });
  expect(await refusalOf(client.send(remove))).toMatchObject({ name: "NotFoundException" });
});

test("settings need a stage and a route", async () => {
  const ApiId = await createHttpApi(client);
  const RouteSettings = { "GET /nowhere": { ThrottlingRateLimit: 1 } };
  const make = new CreateStageCommand({ ApiId, StageName, RouteSettings });
  expect(await refusalOf(client.send(make))).toEqual({
    name: "NotFoundException",
    message: "Unable to find Route by key GET /nowhere within the provided RouteSettings",
    status: 404,
  });
  const remove = new DeleteRouteSettingsCommand({ ApiId, StageName, RouteKey: "$default" });
  expect(await refusalOf(client.send(remove))).toMatchObject({
    message: "Invalid stage identifier specified",
  });
});

test.each([
  ["a rate below nothing", { ThrottlingRateLimit: -1 }, "throttlingRateLimit must be 0 to"],
  ["a burst below nothing", { ThrottlingBurstLimit: -1 }, "throttlingBurstLimit must be 0 to"],
  ["logging", { LoggingLevel: "INFO" } as const, "loggingLevel 'INFO'"],
])("%s is refused, for all routes and for one", async (_, wrong, message) => {
  const ApiId = await helloStage({});
  for (const settings of [
    { DefaultRouteSettings: wrong },
    { RouteSettings: { "GET /hello": wrong } },
  ]) {
    const update = new UpdateStageCommand({ ApiId, StageName, ...settings });
    const refused = await refusalOf(client.send(update));
    expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
    expect(refused.message).toContain(message);
  }
});
