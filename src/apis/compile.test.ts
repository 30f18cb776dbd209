import { expect, test } from "vitest";
import { compileRoutes, compileStage } from "./compile.ts";
import type { Api } from "./domain/api.ts";
import type { Authorizer } from "./domain/authorizer.ts";
import type { Snapshot } from "./domain/deployment.ts";
import type { Integration } from "./domain/integration.ts";
import type { Route } from "./domain/route.ts";
import { newStage } from "./domain/stage.ts";

const apiId = "a1b2c3d4e5";
const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:pets";
const uri = `https://\${stageVariables.host}/{id}`;
const route: Route = {
  apiId,
  routeId: "route11",
  routeKey: "GET /pets/{id}",
  authorizationType: "NONE",
  integrationId: "integ11",
};
const guarded: Route = { ...route, authorizationType: "JWT", authorizerId: "auth11" };
const authorizer: Authorizer = {
  apiId,
  authorizerId: "auth11",
  name: "members",
  identitySource: "$request.querystring.token",
  issuer: "https://issuer.example.com",
  audience: ["a", "b"],
};
const backend: Integration = {
  apiId,
  integrationId: "integ11",
  integrationType: "HTTP_PROXY",
  integrationUri: uri,
  integrationMethod: "ANY",
  payloadFormatVersion: "1.0",
  timeoutInMillis: 1000,
};
const whole: Snapshot = { routes: [guarded], integrations: [backend], authorizers: [authorizer] };

test("a guarded route to a backend is compiled with all that it needs", () => {
  const scoped = { ...guarded, authorizationScopes: ["pets/read"] };
  expect(compileRoutes({ ...whole, routes: [scoped] }, { host: "example.com" })).toEqual([
    {
      routeId: "route11",
      routeKey: "GET /pets/{id}",
      authorizer: {
        kind: "jwt",
        authorizerId: "auth11",
        name: "members",
        identitySource: { from: "querystring", name: "token" },
        issuer: "https://issuer.example.com",
        audience: ["a", "b"],
      },
      scopes: ["pets/read"],
      integration: {
        kind: "http",
        integrationId: "integ11",
        method: "ANY",
        uri,
        timeoutMs: 1000,
      },
    },
  ]);
});

test("what is mapped for a function is compiled as for a backend", () => {
  const mapped = {
    ...backend,
    requestParameters: { "append:header.a": "$request.path.id" },
    responseParameters: { 404: { "overwrite:statuscode": "200" } },
  };
  const [toBackend] = compileRoutes({ ...whole, integrations: [mapped] }, {});
  const [toFunction] = compileRoutes(
    stored({
      integrations: [{ ...mapped, integrationType: "AWS_PROXY", integrationUri: functionArn }],
    }),
    {},
  );
  expect(toFunction?.integration.requestMapping).toHaveLength(1);
  expect(toFunction?.integration.requestMapping).toEqual(toBackend?.integration.requestMapping);
  expect(toFunction?.integration.responseMapping).toEqual(toBackend?.integration.responseMapping);
});

test("a stage tells which routes of the API it does not serve", () => {
  const known = { apiId, stageName: "dev", createdAt: 0, tags: {} };
  const stage = { ...newStage(known, {}), deploymentId: "depl11" };
  const plan = compileStage(api(), stage, whole, {
    ...whole,
    routes: [...whole.routes, { ...route, routeId: "route22", routeKey: "GET /new" }],
    integrations: [{ ...backend, timeoutInMillis: 2000 }],
    authorizers: [],
  });
  expect(plan).toMatchObject({
    deploymentId: "depl11",
    undeployed: ["GET /new"],
    changed: ["integration integ11", "authorizer members"],
  });
  expect(plan.cors).toBeUndefined();
});

/** What no operation makes, but a broken or a newer database could hold. */
function stored(changes: object): Snapshot {
  const snapshot: Snapshot = JSON.parse(JSON.stringify({ ...whole, ...changes }));
  return snapshot;
}

test.each([
  ["an integration that is gone", { integrations: [] }, "GET /pets/{id} has no integration"],
  ["no target", { routes: [{ ...route, integrationId: undefined }] }, "has no integration"],
  ["an authorizer that is gone", { authorizers: [] }, "has no authorizer that can be served"],
  [
    "no authorizer at all",
    { routes: [{ ...guarded, authorizerId: undefined }] },
    "has no authorizer that can be served",
  ],
  [
    "a type of authorization that is not served",
    { routes: [{ ...guarded, authorizationType: "AWS_IAM" }] },
    "has no authorizer that can be served",
  ],
  [
    "a type of integration that is not served",
    { integrations: [{ ...backend, integrationType: "MOCK" }] },
    "has an integration that cannot be served",
  ],
  [
    "an identity source that is not served",
    { authorizers: [{ ...authorizer, identitySource: "$context.routeKey" }] },
    "Invalid identitySource",
  ],
  [
    "a variable that the path lacks",
    { integrations: [{ ...backend, integrationUri: "https://example.com/{pet}" }] },
    "asks for {pet}",
  ],
  [
    "a mapped variable that the path lacks",
    {
      integrations: [{ ...backend, requestParameters: { "append:header.a": "$request.path.pet" } }],
    },
    "asks for {pet}",
  ],
  [
    "a mapping that is not served",
    { integrations: [{ ...backend, requestParameters: { "append:header.via": "a" } }] },
    "the header via is reserved",
  ],
])("a snapshot with %s is not compiled, whatever else is right", (_, changes, message) => {
  expect(() => compileRoutes(stored(changes), {})).toThrow(message);
});

function api(): Api {
  return {
    apiId,
    account: "000000000000",
    region: "us-east-1",
    name: "pets",
    disableExecuteApiEndpoint: false,
    ipAddressType: "ipv4",
    tags: {},
    createdAt: 0,
  };
}
