import {
  type ApiGatewayV2Client,
  CreateRouteCommand,
  type CreateRouteCommandInput,
  DeleteRouteCommand,
  GetRouteCommand,
  GetRoutesCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createFunctionIntegration,
  createHttpApi,
  createJwtAuthorizer,
  refusalOf,
  temporaryApis,
} from "../../../../test/fixtures/http-apis.ts";

let control: Awaited<ReturnType<typeof temporaryApis>>;
let client: ApiGatewayV2Client;
let ApiId: string;
beforeAll(async () => {
  control = await temporaryApis();
  client = control.client;
});
beforeEach(async () => {
  ApiId = await createHttpApi(client);
});
afterAll(() => control.close());

const create = (RouteKey: string, more: Partial<CreateRouteCommandInput> = {}) =>
  client.send(new CreateRouteCommand({ ApiId, RouteKey, ...more }));

test("a route is made open and without a target, as at AWS", async () => {
  const { $metadata, ...route } = await create("GET /pets/{id}");
  expect($metadata.httpStatusCode).toBe(201);
  expect(route).toEqual({
    ApiKeyRequired: false,
    AuthorizationType: "NONE",
    RouteId: expect.stringMatching(/^[a-z0-9]{7}$/),
    RouteKey: "GET /pets/{id}",
  });
  const { RouteId } = route;
  expect(await client.send(new GetRouteCommand({ ApiId, RouteId }))).toMatchObject(route);
});

test("a guarded route names its authorizer, scopes and integration", async () => {
  const AuthorizerId = await createJwtAuthorizer(client, ApiId);
  const Target = `integrations/${await createFunctionIntegration(client, ApiId)}`;
  const settings: Partial<CreateRouteCommandInput> = {
    AuthorizationType: "JWT",
    AuthorizerId,
    AuthorizationScopes: ["pets/read", "openid"],
    OperationName: "listPets",
    Target,
  };
  expect(await create("$default", settings)).toMatchObject(settings);
});

test("an update changes what it names and leaves the rest", async () => {
  const AuthorizerId = await createJwtAuthorizer(client, ApiId);
  const guard = { AuthorizationType: "JWT", AuthorizerId } as const;
  const { RouteId } = await create("GET /a", { ...guard, OperationName: "a" });
  const update = (more: Partial<CreateRouteCommandInput>) =>
    client.send(new UpdateRouteCommand({ ApiId, RouteId, ...more }));
  expect(await update({ RouteKey: "GET /b" })).toMatchObject({ ...guard, OperationName: "a" });
  expect(await update({ AuthorizationScopes: ["x"] })).toMatchObject({
    ...guard,
    RouteKey: "GET /b",
  });
  const opened = await update({ AuthorizationType: "NONE" });
  expect(opened.AuthorizerId).toBeUndefined();
  expect(opened.AuthorizationScopes).toBeUndefined();
});

test("another authorizer is given with its type, as at AWS", async () => {
  const first = await createJwtAuthorizer(client, ApiId);
  const { RouteId } = await create("GET /a", { AuthorizationType: "JWT", AuthorizerId: first });
  const AuthorizerId = await createJwtAuthorizer(client, ApiId);
  const alone = new UpdateRouteCommand({ ApiId, RouteId, AuthorizerId });
  expect(await refusalOf(client.send(alone))).toEqual({
    name: "BadRequestException",
    message: "Unable to update route. Authorizer type is invalid or null",
    status: 400,
  });
  const typed = new UpdateRouteCommand({ ApiId, RouteId, AuthorizerId, AuthorizationType: "JWT" });
  expect(await client.send(typed)).toMatchObject({ AuthorizationType: "JWT", AuthorizerId });
});

test("a route key is free again when its route has another, or is gone", async () => {
  const { RouteId } = await create("GET /a");
  await client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: "GET /b" }));
  await create("GET /a");
  const gone = await client.send(new DeleteRouteCommand({ ApiId, RouteId }));
  expect(gone.$metadata.httpStatusCode).toBe(204);
  await create("GET /b");
  expect(await refusalOf(client.send(new GetRouteCommand({ ApiId, RouteId })))).toEqual({
    name: "NotFoundException",
    message: "Invalid Route identifier specified",
    status: 404,
  });
});

test("a variable of a route may be renamed", async () => {
  const { RouteId } = await create("GET /pets/{id}");
  const renamed = new UpdateRouteCommand({ ApiId, RouteId, RouteKey: "GET /pets/{pet}" });
  expect((await client.send(renamed)).RouteKey).toBe("GET /pets/{pet}");
  expect((await refusalOf(create("GET /pets/{id}"))).name).toBe("ConflictException");
});

test.each(["GET /pets/{id}", "GET /pets/{other}"])("%s is taken by GET /pets/{id}", async (key) => {
  await create("GET /pets/{id}");
  const { RouteId } = await create("GET /other");
  const refused = {
    name: "ConflictException",
    message: `Route with key ${key} already exists for this API`,
    status: 409,
  };
  expect(await refusalOf(create(key))).toEqual(refused);
  const update = new UpdateRouteCommand({ ApiId, RouteId, RouteKey: key });
  expect(await refusalOf(client.send(update))).toEqual(refused);
});

test("other methods and the greedy form are routes of their own", async () => {
  await create("GET /pets/{id}");
  await create("POST /pets/{id}");
  await create("ANY /pets/{id}");
  await create("GET /pets/{id+}");
  await create("$default");
  expect((await client.send(new GetRoutesCommand({ ApiId }))).Items).toHaveLength(5);
});

test("200 parallel routes are all made; 20 of one key make one", async () => {
  const keys = Array.from({ length: 200 }, (_, index) => `GET /r${index}`);
  await Promise.all(keys.map((key) => create(key)));
  const seen: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new GetRoutesCommand({ ApiId, NextToken }));
    seen.push(...(page.Items ?? []).map(({ RouteKey }) => RouteKey));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(seen.toSorted()).toEqual(keys.toSorted());
  const same = await Promise.allSettled(Array.from({ length: 20 }, () => create("GET /one")));
  expect(same.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a part of another API is not found", async () => {
  const { RouteId } = await create("GET /a");
  const other = await createHttpApi(client);
  const command = new GetRouteCommand({ ApiId: other, RouteId });
  expect((await refusalOf(client.send(command))).message).toBe(
    "Invalid Route identifier specified",
  );
});

const jwtNeeded =
  "Invalid authorizer ID specified. " +
  "Setting the authorization type to JWT requires a valid JWT authorizer.";
const see = "is not supported here: see docs/compatibility.md";
const refusals: [string, Partial<CreateRouteCommandInput>, string][] = [
  ["JWT without an authorizer", { AuthorizationType: "JWT" }, jwtNeeded],
  [
    "JWT with an authorizer that is not there",
    { AuthorizationType: "JWT", AuthorizerId: "abc123" },
    jwtNeeded,
  ],
  ["IAM", { AuthorizationType: "AWS_IAM" }, `authorizationType 'AWS_IAM' ${see}`],
  ["CUSTOM", { AuthorizationType: "CUSTOM" }, `authorizationType 'CUSTOM' ${see}`],
  [
    "an authorizer on an open route",
    { AuthorizerId: "abc123" },
    "Unable to update route. Authorizer type is invalid or null",
  ],
  [
    "scopes on an open route",
    { AuthorizationScopes: ["openid"] },
    "Unable to update route. Authorizer type is invalid or null",
  ],
  ["a scope with a space", { AuthorizationScopes: ["a b"] }, "Invalid authorizationScopes 'a b'"],
  ["11 scopes", { AuthorizationScopes: [..."abcdefghijk"] }, "must be 0 to 10 entries"],
  ["API keys", { ApiKeyRequired: true }, `apiKeyRequired 'true' ${see}`],
  ["models", { RequestModels: { "application/json": "pet" } }, see],
  ["request parameters", { RequestParameters: { x: { Required: true } } }, see],
  ["a model selection", { ModelSelectionExpression: "$x" }, see],
  ["a response selection", { RouteResponseSelectionExpression: "$x" }, see],
  ["an operation name that is too long", { OperationName: "a".repeat(65) }, "operationName must"],
  ["a target of another form", { Target: "lambda/x" }, "Invalid target 'lambda/x'"],
  ["a route key that is none", { RouteKey: "hello" }, "route key is not formatted properly"],
];
test.each(refusals)("%s is refused, at creation and at an update", async (_, wrong, message) => {
  const refused = await refusalOf(create("GET /new", wrong));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
  const { RouteId, RouteKey } = await create("GET /old");
  const update = new UpdateRouteCommand({ ApiId, RouteId, ...wrong });
  expect((await refusalOf(client.send(update))).message).toContain(message);
  const routes = await client.send(new GetRoutesCommand({ ApiId }));
  expect(routes.Items).toMatchObject([{ RouteKey, AuthorizationType: "NONE" }]);
});

test("a target that is not there is refused", async () => {
  expect(await refusalOf(create("GET /a", { Target: "integrations/abc1234" }))).toEqual({
    name: "NotFoundException",
    message: "Invalid Integration identifier specified",
    status: 404,
  });
});
