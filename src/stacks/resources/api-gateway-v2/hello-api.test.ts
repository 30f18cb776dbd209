import {
  GetAuthorizerCommand,
  GetDeploymentsCommand,
  GetIntegrationCommand,
  GetRouteCommand,
  GetStageCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloFunction, helloRole, localIssuer } from "../../../../test/fixtures/http-apis.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import type { AnyResourceType } from "../../resource.ts";
import { api } from "./api.ts";
import { authorizer } from "./authorizer.ts";
import { deployment } from "./deployment.ts";
import { integration } from "./integration.ts";
import { route } from "./route.ts";
import { stage } from "./stage.ts";

let server: Awaited<ReturnType<typeof resourceServer>>;
beforeAll(async () => {
  server = await resourceServer();
});
afterAll(() => server.close());

const context = () => server.context("Part");

async function make(type: AnyResourceType, properties: object) {
  return (await type.create(properties, context())).physicalId;
}

/** Changes a resource, and answers what it is by then in the template's words. */
async function change(type: AnyResourceType, physicalId: string, from: object, to: object) {
  await type.update?.({ physicalId, properties: to, previous: from }, context());
  return type.read?.({ physicalId, properties: to }, context());
}

/** What journey 1's template makes of API Gateway. */
async function helloApi() {
  const ApiId = await make(api, { Name: "hello", ProtocolType: "HTTP" });
  const guard = {
    ...{ ApiId, Name: "members", AuthorizerType: "JWT" },
    IdentitySource: ["$request.header.Authorization"],
    JwtConfiguration: { Issuer: localIssuer, Audience: ["client"] },
  };
  const AuthorizerId = await make(authorizer, guard);
  const target = {
    ...{ ApiId, IntegrationType: "AWS_PROXY", IntegrationUri: helloFunction },
    ...{ CredentialsArn: helloRole, PayloadFormatVersion: "1.0", TimeoutInMillis: 1000 },
    RequestParameters: { "append:header.a": "1", "remove:header.b": "" },
    ResponseParameters: {
      "200": { ResponseParameters: [{ Destination: "append:header.c", Source: "2" }] },
      "404": { ResponseParameters: [{ Destination: "append:header.d", Source: "3" }] },
    },
  };
  const IntegrationId = await make(integration, target);
  const way = {
    ...{ ApiId, AuthorizerId, AuthorizationType: "JWT", RouteKey: "GET /hello" },
    ...{ AuthorizationScopes: ["hello/read"], Target: `integrations/${IntegrationId}` },
  };
  const RouteId = await make(route, way);
  return { ApiId, AuthorizerId, IntegrationId, RouteId, guard, target, way };
}

test("an authorizer is made, changed, read and deleted", async () => {
  const { ApiId, AuthorizerId, guard } = await helloApi();
  const existing = { physicalId: AuthorizerId, properties: guard };
  expect(await authorizer.read?.(existing, context())).toEqual(guard);
  const other = { ...guard, Name: "others", JwtConfiguration: { ...guard.JwtConfiguration } };
  expect(await change(authorizer, AuthorizerId, guard, other)).toEqual(other);
  const { IdentitySource: _, ...without } = guard;
  await expect(change(authorizer, AuthorizerId, guard, without)).rejects.toThrow("IdentitySource");
  const free = await make(authorizer, guard);
  await authorizer.delete({ physicalId: free, properties: guard }, context());
  const found = server.apiGateway.send(new GetAuthorizerCommand({ ApiId, AuthorizerId: free }));
  await expect(found).rejects.toThrow("Invalid Authorizer identifier");
});

test("an authorizer that is a function is refused by name, and not left out", async () => {
  const properties = { ApiId: "x", Name: "y", AuthorizerType: "REQUEST", AuthorizerUri: "arn" };
  await expect(make(authorizer, properties)).rejects.toThrow("#/AuthorizerUri: this property of");
  const ApiId = await make(api, { Name: "hello", ProtocolType: "HTTP" });
  const bare = { ApiId, Name: "y", AuthorizerType: "REQUEST", IdentitySource: [] };
  await expect(make(authorizer, bare)).rejects.toThrow("authorizerType 'REQUEST' is not supported");
});

test("an integration is made as it is written, and loses what is taken out of it", async () => {
  const { ApiId, IntegrationId, target } = await helloApi();
  const existing = { physicalId: IntegrationId, properties: target };
  expect(await integration.read?.(existing, context())).toEqual(target);
  const less = {
    ...{ ApiId, IntegrationType: "AWS_PROXY", IntegrationUri: helloFunction },
    RequestParameters: { "append:header.a": "4" },
    ResponseParameters: { "200": target.ResponseParameters["200"] },
  };
  expect(await change(integration, IntegrationId, target, less)).toEqual(less);
  const get = new GetIntegrationCommand({ ApiId, IntegrationId });
  const now = await server.apiGateway.send(get);
  expect(now).toMatchObject({ TimeoutInMillis: 30_000, PayloadFormatVersion: "1.0" });
  expect(now.CredentialsArn).toBeUndefined();
});

test("a route is made, opened by its template alone, and shows what was done by hand", async () => {
  const { ApiId, RouteId, way } = await helloApi();
  const existing = { physicalId: RouteId, properties: way };
  expect(await route.read?.(existing, context())).toEqual(way);
  const open = { ApiId, RouteKey: "GET /hullo", Target: way.Target };
  expect(await change(route, RouteId, way, open)).toEqual(open);
  const get = new GetRouteCommand({ ApiId, RouteId });
  expect(await server.apiGateway.send(get)).toMatchObject({ AuthorizationType: "NONE" });
  expect(await change(route, RouteId, open, way)).toEqual(way);
  await server.apiGateway.send(
    new UpdateRouteCommand({ ApiId, RouteId, AuthorizationType: "NONE" }),
  );
  expect(await route.read?.(existing, context())).toMatchObject({ AuthorizationType: "NONE" });
  await route.delete(existing, context());
  expect(await route.read?.(existing, context())).toBeUndefined();
  await expect(route.delete(existing, context())).rejects.toMatchObject({
    code: "NotFoundException",
  });
});

test("a stage serves a deployment, and lets go of its settings with the template", async () => {
  const { ApiId } = await helloApi();
  const DeploymentId = await make(deployment, { ApiId, Description: "first" });
  const settings = {
    ...{ ApiId, StageName: "api", DeploymentId, Description: "the one" },
    StageVariables: { colour: "blue", size: "xl" },
    DefaultRouteSettings: { ThrottlingBurstLimit: 5, ThrottlingRateLimit: 2 },
    RouteSettings: { "GET /hello": { ThrottlingBurstLimit: 1 } },
    Tags: { a: "1" },
  };
  expect(await make(stage, settings)).toBe("api");
  const existing = { physicalId: "api", properties: settings };
  expect(await stage.read?.(existing, context())).toEqual(settings);
  expect(await stage.find?.(settings, context())).toBe("api");
  expect(await stage.find?.(settings, server.context("Part", "another"))).toBeUndefined();
  const next = {
    ...{ ApiId, StageName: "api", DeploymentId: await make(deployment, { ApiId }) },
    StageVariables: { colour: "red" },
    DefaultRouteSettings: { ThrottlingBurstLimit: 6 },
  };
  expect(await change(stage, "api", settings, next)).toEqual(next);
  const now = await server.apiGateway.send(new GetStageCommand({ ApiId, StageName: "api" }));
  expect(now).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 10_000 } });
  expect(now).toMatchObject({ Description: "", RouteSettings: {}, Tags: { team: "blue" } });
  expect(now.Tags?.a).toBeUndefined();
  await deployment.delete({ physicalId: DeploymentId, properties: { ApiId } }, context());
  await stage.delete({ physicalId: "api", properties: next }, context());
  expect(await stage.read?.({ physicalId: "api", properties: next }, context())).toBeUndefined();
});

test("a deployment goes to the stage that it names, and stays as long as that serves it", async () => {
  const { ApiId } = await helloApi();
  for (const StageName of ["one", "two"]) await make(stage, { ApiId, StageName });
  const first = { ApiId, StageName: "one", Description: "mine" };
  const physicalId = await make(deployment, first);
  const second = { ApiId, StageName: "two" };
  await change(deployment, physicalId, first, second);
  const now = await server.apiGateway.send(new GetStageCommand({ ApiId, StageName: "two" }));
  expect(now.DeploymentId).toBe(physicalId);
  await deployment.delete({ physicalId, properties: second }, context());
  const left = await server.apiGateway.send(new GetDeploymentsCommand({ ApiId }));
  expect(left.Items).toHaveLength(1);
  const unnamed = deployment.delete({ physicalId, properties: { ApiId } }, context());
  await expect(unnamed).rejects.toThrow("Active stages pointing to this deployment");
});
