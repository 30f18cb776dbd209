import { createServer, type RequestListener } from "node:http";
import {
  type ApiGatewayV2Client,
  CreateAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  CreateRouteCommand,
  DeleteAuthorizerCommand,
  DeleteRouteCommand,
  GetAuthorizerCommand,
  GetAuthorizersCommand,
  UpdateAuthorizerCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createHttpApi,
  createJwtAuthorizer,
  localIssuer,
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

type Settings = Partial<CreateAuthorizerCommandInput>;
const create = (settings: Settings = {}) =>
  client.send(
    new CreateAuthorizerCommand({
      ApiId,
      Name: "members",
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: { Issuer: localIssuer, Audience: ["client"] },
      ...settings,
    }),
  );
const issuedBy = (Issuer: string): Settings => ({
  JwtConfiguration: { Issuer, Audience: ["client"] },
});
const discoveryText = (issuer: string) =>
  `Caught exception when connecting to ${issuer}/.well-known/openid-configuration ` +
  `for issuer ${issuer}. Please try again later. Error: Invalid issuer: ${issuer}. ` +
  "Issuer must have a valid discovery endpoint ended with '/.well-known/openid-configuration'";

test("an authorizer of a pool on this server is made, found and listed", async () => {
  const { $metadata, ...authorizer } = await create();
  expect($metadata.httpStatusCode).toBe(201);
  expect(authorizer).toEqual({
    AuthorizerId: expect.stringMatching(/^[a-z0-9]{6}$/),
    AuthorizerType: "JWT",
    IdentitySource: ["$request.header.Authorization"],
    JwtConfiguration: { Audience: ["client"], Issuer: localIssuer },
    Name: "members",
  });
  const { AuthorizerId } = authorizer;
  const found = await client.send(new GetAuthorizerCommand({ ApiId, AuthorizerId }));
  expect(found).toMatchObject(authorizer);
  const list = await client.send(new GetAuthorizersCommand({ ApiId }));
  expect(list.Items).toEqual([authorizer]);
});

test("a foreign issuer passes when its discovery document can be read", async () => {
  const issuer = await issuerThat((request, response) => {
    const { origin } = new URL(`http://${request.headers.host}`);
    const keys = { keys: [] };
    const document = { issuer: origin, jwks_uri: `${origin}/keys` };
    response.end(JSON.stringify(request.url === "/keys" ? keys : document));
  });
  const made = await create(issuedBy(issuer.url));
  expect(made.JwtConfiguration?.Issuer).toBe(issuer.url);
  issuer.close();
});

test("an issuer whose keys are not there yet passes, as at AWS", async () => {
  const issuer = await issuerThat((request, response) => {
    const { origin } = new URL(`http://${request.headers.host}`);
    response.statusCode = request.url === "/keys" ? 503 : 200;
    response.end(JSON.stringify({ issuer: origin, jwks_uri: `${origin}/keys` }));
  });
  await create(issuedBy(issuer.url));
  issuer.close();
});

test("an issuer without a discovery document is refused in AWS's words", async () => {
  const issuer = await issuerThat((_, response) => {
    response.statusCode = 404;
    response.end();
  });
  expect(await refusalOf(create(issuedBy(issuer.url)))).toEqual({
    name: "BadRequestException",
    message: discoveryText(issuer.url),
    status: 400,
  });
  const { AuthorizerId } = await create();
  const update = new UpdateAuthorizerCommand({ ApiId, AuthorizerId, ...issuedBy(issuer.url) });
  expect((await refusalOf(client.send(update))).message).toBe(discoveryText(issuer.url));
  issuer.close();
});

test.each([
  "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_NotHere00",
  "https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_NotHere00",
])("%s is refused without asking AWS: no such pool is here", async (issuer) => {
  const started = performance.now();
  expect((await refusalOf(create(issuedBy(issuer)))).message).toBe(discoveryText(issuer));
  expect(performance.now() - started).toBeLessThan(1000);
});

test("an issuer over plain http is refused, unless it is on this machine", async () => {
  const issuer = "http://issuer.example.com";
  expect((await refusalOf(create(issuedBy(issuer)))).message).toBe(discoveryText(issuer));
});

test("an update changes what it names and leaves the rest", async () => {
  const { AuthorizerId } = await create();
  const update = (settings: Settings) =>
    client.send(new UpdateAuthorizerCommand({ ApiId, AuthorizerId, ...settings }));
  await update({ Name: "renamed" });
  await update({ IdentitySource: ["$request.querystring.token"] });
  expect(await update({ JwtConfiguration: { Audience: ["a", "b"] } })).toMatchObject({
    Name: "renamed",
    IdentitySource: ["$request.querystring.token"],
    JwtConfiguration: { Issuer: localIssuer, Audience: ["a", "b"] },
  });
});

test("an authorizer that guards a route stays", async () => {
  const AuthorizerId = await createJwtAuthorizer(client, ApiId);
  const route = { RouteKey: "GET /a", AuthorizationType: "JWT", AuthorizerId } as const;
  const { RouteId } = await client.send(new CreateRouteCommand({ ApiId, ...route }));
  const remove = new DeleteAuthorizerCommand({ ApiId, AuthorizerId });
  expect(await refusalOf(client.send(remove))).toEqual({
    name: "ConflictException",
    message: "Cannot delete authorizer 'members', is referenced in route: GET /a",
    status: 409,
  });
  await client.send(new DeleteRouteCommand({ ApiId, RouteId }));
  expect((await client.send(remove)).$metadata.httpStatusCode).toBe(204);
  expect(await refusalOf(client.send(remove))).toMatchObject({
    name: "NotFoundException",
    message: "Invalid Authorizer identifier specified",
  });
});

const refusals: [string, Settings, string][] = [
  [
    "an authorizer that is a function",
    { AuthorizerType: "REQUEST" },
    "authorizerType 'REQUEST' is not supported here: see docs/compatibility.md",
  ],
  [
    "the identity source of REST APIs",
    { IdentitySource: ["method.request.header.Authorization"] },
    "expected $request.header.NAME or $request.querystring.NAME",
  ],
  ["two identity sources", { IdentitySource: ["$request.header.a", "b"] }, "expected one entry"],
  [
    "an empty audience",
    { JwtConfiguration: { Issuer: localIssuer, Audience: [] } },
    "at least one audience",
  ],
];
test.each(refusals)("%s is refused, at creation and at an update", async (_, wrong, message) => {
  const refused = await refusalOf(create(wrong));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
  const { AuthorizerId } = await create();
  const update = new UpdateAuthorizerCommand({ ApiId, AuthorizerId, ...wrong });
  expect((await refusalOf(client.send(update))).message).toContain(message);
});

async function issuerThat(answers: RequestListener) {
  const server = createServer(answers);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
