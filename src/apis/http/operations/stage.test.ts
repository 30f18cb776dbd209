import {
  type ApiGatewayV2Client,
  CreateRouteCommand,
  CreateStageCommand,
  type CreateStageCommandInput,
  DeleteRouteCommand,
  DeleteStageCommand,
  GetDeploymentsCommand,
  GetStageCommand,
  GetStagesCommand,
  UpdateIntegrationCommand,
  UpdateRouteCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunctionIntegration,
  createHelloApi,
  createHttpApi,
  helloFunction,
  refusalOf,
  temporaryApis,
} from "../../../../test/fixtures/http-apis.ts";

const now = Date.UTC(2026, 10, 20, 20, 0, 0);
let control: Awaited<ReturnType<typeof temporaryApis>>;
let client: ApiGatewayV2Client;
beforeAll(async () => {
  control = await temporaryApis({ clock: { now: () => now } });
  client = control.client;
});
afterAll(() => control.close());

test("a stage without a deployment is made, and answers nothing yet", async () => {
  const ApiId = await createHttpApi(client);
  await client.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /later" }));
  const make = new CreateStageCommand({ ApiId, StageName: "dev", Tags: { team: "pets" } });
  const { $metadata, ...stage } = await client.send(make);
  expect($metadata.httpStatusCode).toBe(201);
  expect(stage).toEqual({
    AutoDeploy: false,
    CreatedDate: new Date(now),
    DefaultRouteSettings: { DetailedMetricsEnabled: false },
    LastUpdatedDate: new Date(now),
    RouteSettings: {},
    StageName: "dev",
    StageVariables: {},
    Tags: { team: "pets" },
  });
  expect(await client.send(new GetStageCommand({ ApiId, StageName: "dev" }))).toMatchObject(stage);
  expect((await client.send(new GetStagesCommand({ ApiId }))).Items).toEqual([stage]);
  expect(control.plans.get(ApiId, "dev")).toMatchObject({
    deploymentId: "",
    routes: [],
    undeployed: ["GET /later"],
  });
});

test("a stage serves its deployment until it is given another, or is gone", async () => {
  const { apiId: ApiId, deploymentId, integrationId } = await createHelloApi(client);
  const make = new CreateStageCommand({ ApiId, StageName: "$default", AutoDeploy: true });
  await client.send(make);
  const Target = `integrations/${integrationId}`;
  await client.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /new", Target }));
  const { DeploymentId } = await client.send(new GetStageCommand({ ApiId, StageName: "$default" }));
  expect(control.plans.get(ApiId, "api")?.deploymentId).toBe(deploymentId);
  const move = new UpdateStageCommand({ ApiId, StageName: "api", DeploymentId });
  expect((await client.send(move)).DeploymentId).toBe(DeploymentId);
  expect(control.plans.get(ApiId, "api")?.routes).toHaveLength(2);
  const gone = await client.send(new DeleteStageCommand({ ApiId, StageName: "api" }));
  expect(gone.$metadata.httpStatusCode).toBe(204);
  expect(control.plans.get(ApiId, "api")).toBeUndefined();
  expect(control.plans.get(ApiId, "$default")).toBeDefined();
  expect(await refusalOf(client.send(move))).toMatchObject({
    name: "NotFoundException",
    message: "Invalid stage identifier specified",
  });
});

test("stage variables are merged, an empty one goes, and functions follow them", async () => {
  const { apiId: ApiId, integrationId: IntegrationId } = await createHelloApi(client);
  const IntegrationUri = `${helloFunction}:\${stageVariables.alias}`;
  await client.send(new UpdateIntegrationCommand({ ApiId, IntegrationId, IntegrationUri }));
  const make = new CreateStageCommand({ ApiId, StageName: "dev", AutoDeploy: true });
  await client.send(make);
  const set = (StageVariables: Record<string, string>) =>
    client.send(new UpdateStageCommand({ ApiId, StageName: "dev", StageVariables }));
  const calls = () => control.plans.get(ApiId, "dev")?.routes[0]?.integration;
  expect(calls()).toMatchObject({ functionArn: IntegrationUri });
  await set({ alias: "blue", host: "example.com" });
  expect(calls()).toMatchObject({ functionArn: `${helloFunction}:blue` });
  expect((await set({ alias: "green" })).StageVariables).toEqual({
    alias: "green",
    host: "example.com",
  });
  expect(calls()).toMatchObject({ functionArn: `${helloFunction}:green` });
  expect((await set({ host: "" })).StageVariables).toEqual({ alias: "green" });
  expect(control.plans.get(ApiId, "dev")?.variables).toEqual({ alias: "green" });
});

test("a stage that deploys by itself serves each change", async () => {
  const ApiId = await createHttpApi(client);
  const StageName = "$default";
  await client.send(new CreateStageCommand({ ApiId, StageName, AutoDeploy: true }));
  const stage = () => client.send(new GetStageCommand({ ApiId, StageName }));
  const keys = () => control.plans.get(ApiId, StageName)?.routes.map(({ routeKey }) => routeKey);
  expect((await stage()).LastDeploymentStatusMessage).toBe(
    "Deployment attempt failed: Unable to deploy API because no valid routes exist in this API",
  );
  const Target = `integrations/${await createFunctionIntegration(client, ApiId)}`;
  const route = new CreateRouteCommand({ ApiId, RouteKey: "GET /a", Target });
  const { RouteId } = await client.send(route);
  expect(keys()).toEqual(["GET /a"]);
  const { DeploymentId, LastDeploymentStatusMessage } = await stage();
  expect(LastDeploymentStatusMessage).toBe(
    `Successfully deployed stage with deployment ID '${DeploymentId}'`,
  );
  await client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: "GET /b" }));
  expect(keys()).toEqual(["GET /b"]);
  const { Items } = await client.send(new GetDeploymentsCommand({ ApiId }));
  expect(Items).toMatchObject([{ AutoDeployed: true, DeploymentStatus: "DEPLOYED" }]);
});

test("a change that cannot be served leaves what is served, and the stage tells", async () => {
  const { apiId: ApiId } = await createHelloApi(client);
  const StageName = "auto";
  await client.send(new CreateStageCommand({ ApiId, StageName, AutoDeploy: true }));
  const { RouteId } = await client.send(
    new CreateRouteCommand({ ApiId, RouteKey: "GET /nowhere" }),
  );
  const plan = control.plans.get(ApiId, StageName);
  expect(plan?.routes).toMatchObject([{ routeKey: "GET /hello", authorizer: { kind: "jwt" } }]);
  expect(plan?.undeployed).toEqual(["GET /nowhere"]);
  const message = async () => {
    const stage = await client.send(new GetStageCommand({ ApiId, StageName }));
    return stage.LastDeploymentStatusMessage;
  };
  expect(await message()).toBe(
    "Deployment attempt failed: " +
      "Unable to deploy API because route GET /nowhere has no integration",
  );
  await client.send(new DeleteRouteCommand({ ApiId, RouteId }));
  expect(await message()).toContain("Successfully deployed");
});

const see = "is not supported here: see docs/compatibility.md";
const refusals: [string, Partial<CreateStageCommandInput>, string][] = [
  ["a deployment that is not there", { DeploymentId: "abc123" }, "Deployment id does not exist"],
  [
    "a deployment beside automatic ones",
    { AutoDeploy: true, DeploymentId: "abc123" },
    "DeploymentId cannot be set on a stage with auto-deploy enabled",
  ],
  ["a client certificate", { ClientCertificateId: "abc123" }, see],
  ["data traces", { DefaultRouteSettings: { DataTraceEnabled: true } }, see],
  ["logging", { DefaultRouteSettings: { LoggingLevel: "INFO" } }, "loggingLevel 'INFO'"],
  ["a variable's name", { StageVariables: { "a-b": "c" } }, "Invalid stageVariables 'a-b'"],
  ["a variable's value", { StageVariables: { a: "b c" } }, "Invalid stageVariables 'b c'"],
  ["a long variable", { StageVariables: { a: "b".repeat(513) } }, "at most 512"],
  ["101 variables", { StageVariables: variables(101) }, "stageVariables must be 0 to 100 entries"],
  ["a long description", { Description: "a".repeat(1025) }, "description must be"],
];
test.each(refusals)("%s is refused, at creation and at an update", async (_, wrong, message) => {
  const ApiId = await createHttpApi(client);
  const make = new CreateStageCommand({ ApiId, StageName: "dev", ...wrong });
  const refused = await refusalOf(client.send(make));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
  const made = await client.send(new CreateStageCommand({ ApiId, StageName: "dev" }));
  const update = new UpdateStageCommand({ ApiId, StageName: "dev", ...wrong });
  expect((await refusalOf(client.send(update))).message).toContain(message);
  const { $metadata: _meta, ...before } = made;
  expect(await client.send(new GetStageCommand({ ApiId, StageName: "dev" }))).toMatchObject(before);
});

test.each(["$live", "a/b", "ä", "a".repeat(129)])("the name %s is refused", async (StageName) => {
  const ApiId = await createHttpApi(client);
  const refused = await refusalOf(client.send(new CreateStageCommand({ ApiId, StageName })));
  expect(refused.message).toContain("Invalid stageName");
});

test("a stage's name is taken once", async () => {
  const ApiId = await createHttpApi(client);
  const make = () => client.send(new CreateStageCommand({ ApiId, StageName: "$default" }));
  await make();
  expect(await refusalOf(make())).toEqual({
    name: "ConflictException",
    message: "Stage already exists",
    status: 409,
  });
});

function variables(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, "x"]));
}
