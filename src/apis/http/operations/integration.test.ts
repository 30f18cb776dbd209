import {
  type ApiGatewayV2Client,
  CreateIntegrationCommand,
  type CreateIntegrationCommandInput,
  CreateRouteCommand,
  DeleteIntegrationCommand,
  DeleteRouteCommand,
  GetIntegrationCommand,
  GetIntegrationsCommand,
  UpdateIntegrationCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createFunctionIntegration,
  createHttpApi,
  helloFunction,
  helloRole,
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

type Settings = Partial<CreateIntegrationCommandInput>;
const toFunction: Settings = { IntegrationType: "AWS_PROXY", IntegrationUri: helloFunction };
const toBackend: Settings = {
  IntegrationType: "HTTP_PROXY",
  IntegrationMethod: "ANY",
  IntegrationUri: "https://example.com/{proxy}",
};
const create = (settings: Settings) =>
  client.send(new CreateIntegrationCommand({ ApiId, IntegrationType: "AWS_PROXY", ...settings }));

test("an integration with a function is made with AWS's defaults", async () => {
  const { $metadata, ...integration } = await create(toFunction);
  expect($metadata.httpStatusCode).toBe(201);
  expect(integration).toEqual({
    ConnectionType: "INTERNET",
    IntegrationId: expect.stringMatching(/^[a-z0-9]{7}$/),
    IntegrationMethod: "POST",
    IntegrationType: "AWS_PROXY",
    IntegrationUri: helloFunction,
    PayloadFormatVersion: "1.0",
    TimeoutInMillis: 30_000,
  });
  const { IntegrationId } = integration;
  const found = await client.send(new GetIntegrationCommand({ ApiId, IntegrationId }));
  expect(found).toMatchObject(integration);
});

test("a role, a format, a time-out and a description are kept", async () => {
  const settings: Settings = {
    ...toFunction,
    CredentialsArn: helloRole,
    PayloadFormatVersion: "2.0",
    TimeoutInMillis: 50,
    Description: "says hello",
    ConnectionType: "INTERNET",
  };
  expect(await create(settings)).toMatchObject(settings);
});

test("a backend is called by the method and the URL that are given", async () => {
  expect(await create(toBackend)).toMatchObject({ ...toBackend, PayloadFormatVersion: "1.0" });
});

test("an update changes what it names and leaves the rest", async () => {
  const { IntegrationId } = await create({ ...toFunction, Description: "kept" });
  const update = (settings: Settings) =>
    client.send(new UpdateIntegrationCommand({ ApiId, IntegrationId, ...settings }));
  await update({ TimeoutInMillis: 1000 });
  expect(await update({ PayloadFormatVersion: "2.0" })).toMatchObject({
    ...toFunction,
    Description: "kept",
    PayloadFormatVersion: "2.0",
    TimeoutInMillis: 1000,
  });
});

test.each([
  ["a function", toFunction],
  ["a backend", toBackend],
])("a mapping for %s is kept, and an update changes it entry by entry", async (_, settings) => {
  const RequestParameters = { "append:header.a": "$context.requestId", "remove:header.b": "" };
  const ResponseParameters = { 404: { "overwrite:statuscode": "200" } };
  const made = await create({ ...settings, RequestParameters, ResponseParameters });
  expect(made).toMatchObject({ RequestParameters, ResponseParameters });
  const { IntegrationId } = made;
  const update = (settings: Settings) =>
    client.send(new UpdateIntegrationCommand({ ApiId, IntegrationId, ...settings }));
  const untouched = await update({ Description: "as before" });
  expect(untouched).toMatchObject({ RequestParameters, ResponseParameters });
  const changed = await update({
    RequestParameters: { "append:header.a": "", "overwrite:path": "/new" },
    ResponseParameters: { 404: {}, 500: { "append:header.c": "d" } },
  });
  expect(changed.RequestParameters).toEqual({ "remove:header.b": "", "overwrite:path": "/new" });
  expect(changed.ResponseParameters).toEqual({ 500: { "append:header.c": "d" } });
});

test("integrations are listed, and are gone when they are deleted", async () => {
  const { IntegrationId } = await create(toFunction);
  const list = new GetIntegrationsCommand({ ApiId });
  expect((await client.send(list)).Items).toMatchObject([{ IntegrationId }]);
  const gone = await client.send(new DeleteIntegrationCommand({ ApiId, IntegrationId }));
  expect(gone.$metadata.httpStatusCode).toBe(204);
  expect((await client.send(list)).Items).toEqual([]);
  const command = new GetIntegrationCommand({ ApiId, IntegrationId });
  expect(await refusalOf(client.send(command))).toEqual({
    name: "NotFoundException",
    message: "Invalid Integration identifier specified",
    status: 404,
  });
});

test("an integration that a route leads to stays", async () => {
  const IntegrationId = await createFunctionIntegration(client, ApiId);
  const Target = `integrations/${IntegrationId}`;
  const { RouteId } = await client.send(
    new CreateRouteCommand({ ApiId, RouteKey: "GET /a", Target }),
  );
  const remove = new DeleteIntegrationCommand({ ApiId, IntegrationId });
  expect(await refusalOf(client.send(remove))).toEqual({
    name: "ConflictException",
    message:
      "Cannot delete Integration because it is referenced by the following " +
      `Routes with Ids: [${RouteId}]`,
    status: 409,
  });
  await client.send(new DeleteRouteCommand({ ApiId, RouteId }));
  await client.send(remove);
});

const see = "is not supported here: see docs/compatibility.md";
const refusals: [string, Settings, string][] = [
  ["AWS", { IntegrationType: "AWS" }, `integrationType 'AWS' ${see}`],
  ["HTTP", { IntegrationType: "HTTP" }, `integrationType 'HTTP' ${see}`],
  ["MOCK", { IntegrationType: "MOCK" }, `integrationType 'MOCK' ${see}`],
  ["a subtype", { IntegrationSubtype: "SQS-SendMessage" }, `'SQS-SendMessage' ${see}`],
  ["a VPC link", { ConnectionType: "VPC_LINK" }, `connectionType 'VPC_LINK' ${see}`],
  ["a VPC link's id", { ConnectionId: "abc123" }, `connectionId 'abc123' ${see}`],
  ["TLS settings", { TlsConfig: { ServerNameToVerify: "a.b" } }, "tlsConfig"],
  [
    "a reserved header for a function",
    { RequestParameters: { "append:header.x-amz-date": "a" } },
    "the header x-amz-date is reserved",
  ],
  [
    "a reserved header of a function's answer",
    { ResponseParameters: { 200: { "append:header.x-amzn-a": "b" } } },
    "the header x-amzn-a is reserved",
  ],
  [
    "a reserved header",
    { ...toBackend, RequestParameters: { "overwrite:header.Authorization": "a" } },
    "the header authorization is reserved",
  ],
  [
    "a reserved header of an answer",
    { ...toBackend, ResponseParameters: { 200: { "append:header.via": "a" } } },
    "the header via is reserved",
  ],
  [
    "a value that is none",
    { ...toBackend, RequestParameters: { "append:header.a": "$request.cookie.b" } },
    "Invalid requestParameters '$request.cookie.b'",
  ],
  ["content handling", { ContentHandlingStrategy: "CONVERT_TO_TEXT" }, see],
  ["a passthrough behaviour", { PassthroughBehavior: "NEVER" }, see],
  ["templates", { RequestTemplates: { "application/json": "{}" } }, see],
  ["a template selection", { TemplateSelectionExpression: "$x" }, see],
  ["no function", { IntegrationUri: "hello" }, "Invalid integrationUri 'hello'"],
  ["no URL", { ...toBackend, IntegrationUri: "example.com" }, "Invalid integrationUri"],
  ["an unknown method", { IntegrationMethod: "FETCH" }, "Invalid integrationMethod 'FETCH'"],
  ["an unknown format", { PayloadFormatVersion: "3.0" }, "Invalid payloadFormatVersion '3.0'"],
  ["a backend with format 2.0", { ...toBackend, PayloadFormatVersion: "2.0" }, "expected 1.0"],
  ["a backend with a role", { ...toBackend, CredentialsArn: helloRole }, "credentialsArn"],
  ["a role that is none", { CredentialsArn: "arn:aws:iam::*:user/*" }, "Invalid credentialsArn"],
  ["a long description", { Description: "a".repeat(1025) }, "description must be"],
  ["a time-out of 49 ms", { TimeoutInMillis: 49 }, "imeoutInMillis"],
  ["a time-out of 30,001 ms", { TimeoutInMillis: 30_001 }, "imeoutInMillis"],
];
test.each(refusals)("%s is refused, at creation and at an update", async (_, wrong, message) => {
  const refused = await refusalOf(create({ ...toFunction, ...wrong }));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
  const { IntegrationId } = await create(toFunction);
  const update = new UpdateIntegrationCommand({ ApiId, IntegrationId, ...wrong });
  expect((await refusalOf(client.send(update))).message).toContain(message);
});

test("functions and roles of other accounts are refused, so that none is borrowed", async () => {
  const elsewhere = (arn: string) => arn.replace("000000000000", "111122223333");
  const IntegrationUri = elsewhere(helloFunction);
  const ofOther = await refusalOf(create({ ...toFunction, IntegrationUri }));
  expect(ofOther.message).toBe(`integrationUri '${IntegrationUri}' ${see}`);
  const CredentialsArn = elsewhere(helloRole);
  const byOther = await refusalOf(create({ ...toFunction, CredentialsArn }));
  expect(byOther).toMatchObject({
    name: "BadRequestException",
    message: "Cross-account pass role is not allowed.",
  });
  const { IntegrationId } = await create(toFunction);
  const update = new UpdateIntegrationCommand({ ApiId, IntegrationId, CredentialsArn });
  expect(await refusalOf(client.send(update))).toEqual(byOther);
});

test("a function needs its URI, and a backend its method", async () => {
  const noUri = await refusalOf(create({ IntegrationType: "AWS_PROXY" }));
  expect(noUri.message).toContain("Invalid integrationUri ''");
  const noMethod = await refusalOf(create({ ...toBackend, IntegrationMethod: undefined }));
  expect(noMethod.message).toContain("Invalid integrationMethod ''");
});

test("a time-out near the ceiling is noted, and the default is not", async () => {
  const { $metadata, IntegrationId } = await create({ ...toFunction, TimeoutInMillis: 29_000 });
  const noteOf = (requestId = "") => control.notes.find(requestId)?.steps[0];
  const expected = { outcome: "noted", detail: expect.stringContaining("29000 ms of at most") };
  expect(noteOf($metadata.requestId)).toMatchObject(expected);
  const update = { ApiId, IntegrationId, TimeoutInMillis: 29_000 };
  const updated = await client.send(new UpdateIntegrationCommand(update));
  expect(noteOf(updated.$metadata.requestId)).toMatchObject(expected);
  for (const settings of [toFunction, { ...toFunction, TimeoutInMillis: 24_000 }]) {
    const { $metadata: plain } = await create(settings);
    expect(noteOf(plain.requestId)).toBeUndefined();
  }
});
