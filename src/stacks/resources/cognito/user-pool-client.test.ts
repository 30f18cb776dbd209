import {
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { userPoolClient } from "./user-pool-client.ts";

let server: IdentityServer;
let settings: Record<string, unknown> & { UserPoolId: string };

beforeAll(async () => {
  server = await identityServer();
  const { UserPool } = await server.cognito.send(new CreateUserPoolCommand({ PoolName: "people" }));
  settings = {
    UserPoolId: UserPool?.Id ?? "",
    AccessTokenValidity: 1440,
    IdTokenValidity: 1440,
    TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes" },
    AllowedOAuthFlows: ["code"],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ["openid", "email"],
    CallbackURLs: ["https://example.com"],
    ClientName: "web",
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    SupportedIdentityProviders: ["COGNITO"],
  };
});

afterAll(() => server.close());

async function made(properties: object = settings) {
  const context = server.context("Client");
  const { physicalId, attributes } = await userPoolClient.create(properties, context);
  const now = async () => {
    const input = { UserPoolId: settings.UserPoolId, ClientId: physicalId };
    const described = await server.cognito.send(new DescribeUserPoolClientCommand(input));
    return described.UserPoolClient;
  };
  return { context, physicalId, attributes, now };
}

test("a client is made as the template says", async () => {
  const { physicalId, attributes, now } = await made();
  expect(await now()).toMatchObject(settings);
  expect(attributes).toEqual({ ClientId: physicalId, Name: "web" });
});

test("a client without a name is given one, and its secret can be asked for", async () => {
  const { UserPoolId } = settings;
  const { attributes, now } = await made({ UserPoolId, GenerateSecret: true });
  const { ClientSecret } = (await now()) ?? {};
  expect(ClientSecret).toMatch(/^[a-z0-9]{52}$/);
  expect(attributes).toMatchObject({ Name: "hello-Client-AbCdEfGhIjKl", ClientSecret });
});

test("an update takes back what the template says no more, and keeps the secret", async () => {
  const previous = { ...settings, GenerateSecret: true };
  const { context, physicalId, now } = await made(previous);
  const { ClientSecret } = (await now()) ?? {};
  const { UserPoolId } = settings;
  const properties = { UserPoolId, ClientName: "app", GenerateSecret: true };
  const changed = await userPoolClient.update?.({ physicalId, properties, previous }, context);
  const after = await now();
  expect(after).toMatchObject({ ClientName: "app", ClientSecret });
  expect(after?.AllowedOAuthFlows).toBeUndefined();
  expect(changed?.attributes).toMatchObject({ Name: "app", ClientSecret });
});

test("what was changed by hand shows, and defaults do not", async () => {
  const { context, physicalId } = await made();
  const existing = { physicalId, properties: settings };
  expect(await userPoolClient.read?.(existing, context)).toEqual(settings);
  const input = { ...settings, ClientId: physicalId, CallbackURLs: ["https://other.example"] };
  await server.cognito.send(new UpdateUserPoolClientCommand(input));
  expect(await userPoolClient.read?.(existing, context)).toMatchObject({
    CallbackURLs: ["https://other.example"],
  });
});

test("what could be one that a creation made, which broke off, is told by its name", async () => {
  const { UserPoolId } = settings;
  const context = server.context("Broken");
  const { physicalId } = await userPoolClient.create({ UserPoolId }, context);
  expect(await userPoolClient.alike?.({ UserPoolId }, context)).toEqual([physicalId]);
  const another = server.context("Broken", "another");
  expect(await userPoolClient.alike?.({ UserPoolId }, another)).toEqual([]);
  const named = { UserPoolId, ClientName: "hello-Broken-AbCdEfGhIjKl" };
  const twin = await userPoolClient.create(named, context);
  const alike = await userPoolClient.alike?.(named, context);
  expect(alike?.toSorted()).toEqual([physicalId, twin.physicalId].sort());
  const gone = { UserPoolId: "us-east-1_Nothing00" };
  expect(await userPoolClient.alike?.(gone, context)).toEqual([]);
});

test("it is gone when it is deleted", async () => {
  const { context, physicalId, now } = await made();
  const existing = { physicalId, properties: settings };
  await userPoolClient.delete(existing, context);
  await expect(now()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  expect(await userPoolClient.read?.(existing, context)).toBeUndefined();
});

test("what the server does not honour is refused by its name", async () => {
  const analytics = { ...settings, AnalyticsConfiguration: { ApplicationId: "a" } };
  await expect(made(analytics)).rejects.toThrow("#/AnalyticsConfiguration");
  const provider = { ...settings, SupportedIdentityProviders: ["Google"] };
  await expect(made(provider)).rejects.toThrow("The provider Google does not exist");
});
