import {
  type ApiGatewayV2Client,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteDeploymentCommand,
  DeleteStageCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetStageCommand,
  UpdateDeploymentCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunctionIntegration,
  createHelloApi,
  createHttpApi,
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

test("a deployment is made, described, found and listed", async () => {
  const { apiId: ApiId } = await createHelloApi(client);
  const make = new CreateDeploymentCommand({ ApiId, Description: "second" });
  const { $metadata, ...deployment } = await client.send(make);
  expect($metadata.httpStatusCode).toBe(201);
  expect(deployment).toEqual({
    AutoDeployed: false,
    CreatedDate: new Date(now),
    DeploymentId: expect.stringMatching(/^[a-z0-9]{6}$/),
    DeploymentStatus: "DEPLOYED",
    Description: "second",
  });
  const { DeploymentId } = deployment;
  const update = new UpdateDeploymentCommand({ ApiId, DeploymentId, Description: "renamed" });
  expect(await client.send(update)).toMatchObject({ DeploymentId, Description: "renamed" });
  const found = await client.send(new GetDeploymentCommand({ ApiId, DeploymentId }));
  expect(found.Description).toBe("renamed");
  expect((await client.send(new GetDeploymentsCommand({ ApiId }))).Items).toHaveLength(2);
});

test("a deployment is a copy: later changes are not in it", async () => {
  const { apiId: ApiId, routeId: RouteId } = await createHelloApi(client);
  await client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: "GET /changed" }));
  expect(control.plans.get(ApiId, "api")).toMatchObject({
    routes: [{ routeKey: "GET /hello" }],
    undeployed: ["GET /changed"],
  });
});

test("a deployment for a stage is served at once", async () => {
  const { apiId: ApiId, integrationId } = await createHelloApi(client);
  const route = { RouteKey: "GET /new", Target: `integrations/${integrationId}` };
  await client.send(new CreateRouteCommand({ ApiId, ...route }));
  const make = new CreateDeploymentCommand({ ApiId, StageName: "api" });
  const { DeploymentId } = await client.send(make);
  const stage = await client.send(new GetStageCommand({ ApiId, StageName: "api" }));
  expect(stage.DeploymentId).toBe(DeploymentId);
  const plan = control.plans.get(ApiId, "api");
  expect(plan?.deploymentId).toBe(DeploymentId);
  expect(plan?.routes.map(({ routeKey }) => routeKey).toSorted()).toEqual([
    "GET /hello",
    "GET /new",
  ]);
  expect(plan?.undeployed).toEqual([]);
});

test("an API without routes, or with none that leads anywhere, is not deployed", async () => {
  const ApiId = await createHttpApi(client);
  const refused = {
    name: "BadRequestException",
    message: "Unable to deploy API because no valid routes exist in this API",
    status: 400,
  };
  expect(await refusalOf(client.send(new CreateDeploymentCommand({ ApiId })))).toEqual(refused);
  await client.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /a" }));
  expect(await refusalOf(client.send(new CreateDeploymentCommand({ ApiId })))).toEqual(refused);
});

test("what cannot be served makes the deployment fail, and nothing changes", async () => {
  const { apiId: ApiId } = await createHelloApi(client);
  const before = control.plans.get(ApiId, "api");
  await client.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /nowhere" }));
  const refused = await refusalOf(
    client.send(new CreateDeploymentCommand({ ApiId, StageName: "api" })),
  );
  expect(refused).toEqual({
    name: "BadRequestException",
    message: "Unable to deploy API because route GET /nowhere has no integration",
    status: 400,
  });
  expect(control.plans.get(ApiId, "api")).toEqual({ ...before, undeployed: ["GET /nowhere"] });
  expect((await client.send(new GetDeploymentsCommand({ ApiId }))).Items).toHaveLength(1);
});

test("a backend's variable that the route lacks makes the deployment fail", async () => {
  const ApiId = await createHttpApi(client);
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: "HTTP_PROXY",
      IntegrationMethod: "ANY",
      IntegrationUri: "https://example.com/{pet}",
    }),
  );
  const route = { RouteKey: "GET /pets/{id}", Target: `integrations/${IntegrationId}` };
  await client.send(new CreateRouteCommand({ ApiId, ...route }));
  const refused = await refusalOf(client.send(new CreateDeploymentCommand({ ApiId })));
  expect(refused.message).toBe(
    "Unable to deploy API because the integration of route GET /pets/{id} asks for {pet}",
  );
});

test("a deployment that a stage serves stays", async () => {
  const { apiId: ApiId, deploymentId: DeploymentId } = await createHelloApi(client);
  const remove = new DeleteDeploymentCommand({ ApiId, DeploymentId });
  expect(await refusalOf(client.send(remove))).toEqual({
    name: "BadRequestException",
    message: "Active stages pointing to this deployment must be moved or deleted",
    status: 400,
  });
  await client.send(new DeleteStageCommand({ ApiId, StageName: "api" }));
  expect((await client.send(remove)).$metadata.httpStatusCode).toBe(204);
  expect(await refusalOf(client.send(remove))).toMatchObject({
    name: "NotFoundException",
    message: "Invalid Deployment identifier specified",
  });
});

test("a large API is deployed whole", { timeout: 60_000 }, async () => {
  const ApiId = await createHttpApi(client);
  const Target = `integrations/${await createFunctionIntegration(client, ApiId)}`;
  const keys = Array.from({ length: 300 }, (_, index) => `GET /${"x".repeat(400)}/${index}`);
  await Promise.all(
    keys.map((RouteKey) => client.send(new CreateRouteCommand({ ApiId, RouteKey, Target }))),
  );
  const { DeploymentId } = await client.send(new CreateDeploymentCommand({ ApiId }));
  await client.send(new CreateStageCommand({ ApiId, StageName: "$default", DeploymentId }));
  const routes = control.plans.get(ApiId, "$default")?.routes ?? [];
  expect(routes.map(({ routeKey }) => routeKey).toSorted()).toEqual(keys.toSorted());
});

test("what a deployment cannot be made for is refused", async () => {
  const { apiId: ApiId } = await createHelloApi(client);
  const noStage = new CreateDeploymentCommand({ ApiId, StageName: "nope" });
  expect(await refusalOf(client.send(noStage))).toEqual({
    name: "NotFoundException",
    message: "Invalid stage identifier specified",
    status: 404,
  });
  await client.send(new CreateStageCommand({ ApiId, StageName: "$default", AutoDeploy: true }));
  const itself = new CreateDeploymentCommand({ ApiId, StageName: "$default" });
  expect((await refusalOf(client.send(itself))).message).toContain("has auto-deploy enabled");
  const long = new CreateDeploymentCommand({ ApiId, Description: "a".repeat(1025) });
  expect((await refusalOf(client.send(long))).message).toContain("description must be");
});
