import {
  CreateApiCommand,
  type CreateApiCommandInput,
  CreateRouteCommand,
  DeleteIntegrationCommand,
  DeleteRouteCommand,
  DeleteStageCommand,
  GetApiCommand,
  GetApisCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStagesCommand,
  UpdateApiCommand,
  type UpdateApiCommandInput,
  UpdateIntegrationCommand,
  UpdateRouteCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  helloFunction,
  helloRole,
  refusalOf,
  temporaryApis,
} from "../../../../test/fixtures/http-apis.ts";

let control: Awaited<ReturnType<typeof temporaryApis>>;
beforeAll(async () => {
  control = await temporaryApis();
});
afterAll(() => control.close());

async function create(settings: Partial<CreateApiCommandInput>) {
  const input = { Name: "quick", ProtocolType: "HTTP", ...settings } as const;
  const { ApiId = "" } = await control.client.send(new CreateApiCommand(input));
  return partsOf(ApiId);
}

async function partsOf(ApiId: string) {
  const { client } = control;
  const routes = await client.send(new GetRoutesCommand({ ApiId }));
  const integrations = await client.send(new GetIntegrationsCommand({ ApiId }));
  const stages = await client.send(new GetStagesCommand({ ApiId }));
  const [route] = routes.Items ?? [];
  const [integration] = integrations.Items ?? [];
  const [stage] = stages.Items ?? [];
  return { ApiId, route, integration, stage };
}

test("a function as target makes an API that is served at once", async () => {
  const made = await create({ Target: helloFunction, CredentialsArn: helloRole });
  const { ApiId, route, integration, stage } = made;
  expect(integration).toMatchObject({
    ApiGatewayManaged: true,
    CredentialsArn: helloRole,
    IntegrationType: "AWS_PROXY",
    IntegrationUri: helloFunction,
    PayloadFormatVersion: "2.0",
  });
  expect(route).toMatchObject({
    ApiGatewayManaged: true,
    AuthorizationType: "NONE",
    RouteKey: "$default",
    Target: `integrations/${integration?.IntegrationId}`,
  });
  expect(stage).toMatchObject({
    ApiGatewayManaged: true,
    AutoDeploy: true,
    LastDeploymentStatusMessage: expect.stringContaining("Successfully deployed stage"),
    StageName: "$default",
  });
  expect(control.plans.get(ApiId, "$default")?.routes).toMatchObject([
    { routeKey: "$default", integration: { functionArn: helloFunction, payloadFormat: "2.0" } },
  ]);
});

test("a URL as target is called by the client's method, by the route that is given", async () => {
  const Target = "https://example.com/{id}";
  const { ApiId, integration } = await create({ Target, RouteKey: "GET /pets/{id}" });
  expect(integration).toMatchObject({
    IntegrationMethod: "ANY",
    IntegrationType: "HTTP_PROXY",
    PayloadFormatVersion: "1.0",
  });
  expect(control.plans.get(ApiId, "$default")?.routes).toMatchObject([
    { routeKey: "GET /pets/{id}", integration: { kind: "http", uri: Target } },
  ]);
});

test("its integration can be updated, and is deployed again", async () => {
  const { ApiId, integration } = await create({ Target: "https://example.com/a" });
  const IntegrationId = integration?.IntegrationId;
  const updated = await control.client.send(
    new UpdateIntegrationCommand({ ApiId, IntegrationId, IntegrationUri: "https://example.com/b" }),
  );
  expect(updated.ApiGatewayManaged).toBe(true);
  expect(control.plans.get(ApiId, "$default")?.routes).toMatchObject([
    { integration: { uri: "https://example.com/b" } },
  ]);
});

test("its integration and its stage stay, and so does its route's key", async () => {
  const { ApiId, route, integration } = await create({ Target: helloFunction });
  const { client } = control;
  const IntegrationId = integration?.IntegrationId;
  const RouteId = route?.RouteId;
  const StageName = "$default";
  const refused = { name: "ConflictException", status: 409 };
  const managed = "because it is managed by API Gateway";
  expect(
    await refusalOf(client.send(new DeleteIntegrationCommand({ ApiId, IntegrationId }))),
  ).toEqual({ ...refused, message: `Integration cannot be deleted ${managed}` });
  expect(
    await refusalOf(client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: "GET /" }))),
  ).toEqual({ ...refused, message: `Route key cannot be changed ${managed}` });
  expect(
    await refusalOf(client.send(new UpdateStageCommand({ ApiId, StageName, AutoDeploy: false }))),
  ).toEqual({ ...refused, message: `Stage cannot be changed ${managed}` });
  expect(await refusalOf(client.send(new DeleteStageCommand({ ApiId, StageName })))).toEqual({
    ...refused,
    message: `Stage cannot be deleted ${managed}`,
  });
  const OperationName = "hello";
  const renamed = await client.send(new UpdateRouteCommand({ ApiId, RouteId, OperationName }));
  expect(renamed).toMatchObject({ ApiGatewayManaged: true, OperationName, RouteKey: "$default" });
});

const elsewhere = helloFunction.replace("000000000000", "111122223333");
const refusals: [string, Partial<CreateApiCommandInput>, string][] = [
  ["a route without a target", { RouteKey: "GET /" }, "Invalid routeKey 'GET /'"],
  ["a role without a target", { CredentialsArn: helloRole }, "Invalid credentialsArn"],
  ["a target that is none", { Target: "hello" }, "Invalid integrationUri 'hello'"],
  ["a function of another account", { Target: elsewhere }, `integrationUri '${elsewhere}'`],
  ["a role for a URL", { Target: "https://a.example", CredentialsArn: helloRole }, "credentials"],
  ["a URL with a variable", { Target: "https://a.example/{id}" }, "$default asks for {id}"],
  ["a route key that is none", { Target: helloFunction, RouteKey: "/" }, "route key"],
];
test.each(refusals)("%s is refused, and no API is made", async (_, wrong, message) => {
  const client = control.clientIn("test", "eu-central-1");
  const input = { Name: "refused", ProtocolType: "HTTP", ...wrong } as const;
  const refused = await refusalOf(client.send(new CreateApiCommand(input)));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
  expect((await client.send(new GetApisCommand({}))).Items).toEqual([]);
});

const update = (ApiId: string, settings: Omit<UpdateApiCommandInput, "ApiId">) =>
  control.client.send(new UpdateApiCommand({ ApiId, ...settings }));

test("an update of its API changes the integration and the route, and is deployed", async () => {
  const made = await create({ Target: helloFunction, CredentialsArn: helloRole });
  const { ApiId, integration, route } = made;
  const IntegrationId = integration?.IntegrationId;
  await control.client.send(
    new UpdateIntegrationCommand({ ApiId, IntegrationId, TimeoutInMillis: 1000 }),
  );
  const Target = `${helloFunction}2`;
  const CredentialsArn = `${helloRole}2`;
  const RouteKey = "GET /pets";
  const updated = await update(ApiId, { Name: "renamed", Target, CredentialsArn, RouteKey });
  expect(updated.Name).toBe("renamed");
  const changed = await partsOf(ApiId);
  expect(changed.integration).toEqual({
    ...integration,
    CredentialsArn,
    IntegrationUri: Target,
    TimeoutInMillis: 1000,
  });
  expect(changed.route).toEqual({ ...route, RouteKey });
  expect(control.plans.get(ApiId, "$default")?.routes).toMatchObject([
    { routeKey: RouteKey, integration: { functionArn: Target, timeoutMs: 1000 } },
  ]);
});

test("a target of the other kind changes the kind of the integration", async () => {
  const { ApiId } = await create({ Target: helloFunction, CredentialsArn: helloRole });
  await update(ApiId, { Target: "https://example.com/a" });
  const toBackend = (await partsOf(ApiId)).integration;
  expect(toBackend).toMatchObject({
    ApiGatewayManaged: true,
    IntegrationMethod: "ANY",
    IntegrationType: "HTTP_PROXY",
    PayloadFormatVersion: "1.0",
  });
  expect(toBackend).not.toHaveProperty("CredentialsArn");
  await update(ApiId, { Target: helloFunction, CredentialsArn: helloRole });
  expect((await partsOf(ApiId)).integration).toMatchObject({
    CredentialsArn: helloRole,
    IntegrationMethod: "POST",
    IntegrationType: "AWS_PROXY",
    PayloadFormatVersion: "2.0",
  });
});

const wrongUpdates: [string, Omit<UpdateApiCommandInput, "ApiId">, string][] = [
  ["no target", { Target: "" }, "integrationUri must be"],
  ["a target that is none", { Target: "hello" }, "Invalid integrationUri 'hello'"],
  ["a function of another account", { Target: elsewhere }, `integrationUri '${elsewhere}'`],
  ["a role for a URL", { Target: "https://a.example", CredentialsArn: helloRole }, "credentials"],
  ["a route key that is none", { RouteKey: "/" }, "route key"],
];
test.each(wrongUpdates)(
  "%s is refused at an update, and nothing changes",
  async (_, wrong, text) => {
    const made = await create({ Target: helloFunction });
    const refused = await refusalOf(update(made.ApiId, { Name: "changed", ...wrong }));
    expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
    expect(refused.message).toContain(text);
    expect(await partsOf(made.ApiId)).toEqual(made);
    const found = await control.client.send(new GetApiCommand({ ApiId: made.ApiId }));
    expect(found.Name).toBe("quick");
  },
);

test("its route cannot take another route's key, nor one that is gone any key", async () => {
  const { ApiId, route } = await create({ Target: helloFunction });
  const RouteKey = "GET /taken";
  await control.client.send(new CreateRouteCommand({ ApiId, RouteKey }));
  const taken = await refusalOf(update(ApiId, { RouteKey }));
  expect(taken).toMatchObject({ name: "ConflictException", status: 409 });
  await control.client.send(new DeleteRouteCommand({ ApiId, RouteId: route?.RouteId }));
  const gone = await refusalOf(update(ApiId, { RouteKey: "GET /free" }));
  expect(gone.message).toContain("no route that quick create made");
});

test.each([{ Target: helloFunction }, { RouteKey: "GET /" }, { CredentialsArn: helloRole }])(
  "an API that was not made so takes no %o",
  async (settings) => {
    const { ApiId } = await create({});
    const refused = await refusalOf(update(ApiId, { Name: "changed", ...settings }));
    expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
    expect(refused.message).toContain("that quick create made");
    const found = await control.client.send(new GetApiCommand({ ApiId }));
    expect(found.Name).toBe("quick");
  },
);
