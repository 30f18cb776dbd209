import {
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  UpdateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
});
afterAll(() => server.close());

const create = async (settings: Partial<CreateUserPoolClientCommandInput> = {}) => {
  const command = new CreateUserPoolClientCommand({ UserPoolId, ClientName: "c", ...settings });
  return (await server.idp.send(command)).UserPoolClient;
};
const describeClient = async (ClientId = "") =>
  (await server.idp.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })))
    .UserPoolClient;

describe("CreateUserPoolClient", () => {
  it("answers a client with AWS's defaults", async () => {
    const client = await create();
    expect(client?.ClientId).toMatch(/^[a-z0-9]{26}$/);
    expect(client).toEqual({
      UserPoolId,
      ClientName: "c",
      ClientId: client?.ClientId,
      LastModifiedDate: new Date(server.clock.now()),
      CreationDate: new Date(server.clock.now()),
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
    expect(await describeClient(client?.ClientId)).toEqual(client);
  });

  it("makes a secret, or takes the one that it is given", async () => {
    const made = await create({ GenerateSecret: true });
    expect(made?.ClientSecret).toMatch(/^[a-z0-9]{52}$/);
    expect((await describeClient(made?.ClientId))?.ClientSecret).toBe(made?.ClientSecret);
    const ClientSecret = "abcdefghijklmnopqrstuvwxyz";
    expect((await create({ ClientSecret }))?.ClientSecret).toBe(ClientSecret);
    await expect(create({ ClientSecret, GenerateSecret: true })).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  it("keeps the secret sealed", async () => {
    const client = await create({ GenerateSecret: true });
    const collection = { name: "user-pools/clients", key: () => [] };
    const kept = await server.records.get(collection, [client?.ClientId ?? ""]);
    expect(JSON.stringify(kept)).toContain("sealedSecret");
    expect(JSON.stringify(kept)).not.toContain(client?.ClientSecret);
  });

  it.each<[string, Partial<CreateUserPoolClientCommandInput>]>([
    ["Invalid range for token validity.", { AccessTokenValidity: 25 }],
    ["Invalid scope requested: pets", { AllowedOAuthScopes: ["pets"] }],
    [
      "AnalyticsConfiguration is not supported by this server yet.",
      { AnalyticsConfiguration: { ApplicationId: "a" } },
    ],
    [
      "1 validation error detected: Value '16' at 'authSessionValidity' failed to satisfy " +
        "constraint: Member must have value less than or equal to 15",
      { AuthSessionValidity: 16 },
    ],
  ])("refuses: %s", async (message, settings) => {
    await expect(create(settings)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
  });

  it("needs a pool", async () => {
    await expect(create({ UserPoolId: "us-east-1_none" })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "User pool us-east-1_none does not exist.",
    });
  });
});

describe("UpdateUserPoolClient", () => {
  it("replaces all settings; id, name and secret stay", async () => {
    const before = await create({
      GenerateSecret: true,
      ClientName: "first",
      AccessTokenValidity: 5,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
    });
    server.clock.advance(1_000);
    const { UserPoolClient: after } = await server.idp.send(
      new UpdateUserPoolClientCommand({
        UserPoolId,
        ClientId: before?.ClientId,
        IdTokenValidity: 6,
      }),
    );
    expect(after).toEqual({
      UserPoolId,
      ClientName: "first",
      ClientId: before?.ClientId,
      ClientSecret: before?.ClientSecret,
      LastModifiedDate: new Date(server.clock.now()),
      CreationDate: before?.CreationDate,
      RefreshTokenValidity: 30,
      IdTokenValidity: 6,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
    expect(await describeClient(before?.ClientId)).toEqual(after);
  });

  it("refuses what does not fit, and changes nothing", async () => {
    const { ClientId } = (await create()) ?? {};
    const update = { UserPoolId, ClientId, WriteAttributes: ["custom:none"] };
    await expect(server.idp.send(new UpdateUserPoolClientCommand(update))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
    expect(await describeClient(ClientId)).not.toHaveProperty("WriteAttributes");
  });
});

describe("two updates at the same moment", () => {
  it("both succeed one after the other, or one is told to try again", async () => {
    const { ClientId } = (await create()) ?? {};
    const update = (IdTokenValidity: number) =>
      server.idp.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, IdTokenValidity }));
    const results = await Promise.allSettled([2, 3, 4, 5, 6].map(update));
    const failed = results.filter((result) => result.status === "rejected");
    expect(failed.length).toBeLessThan(5);
    for (const { reason } of failed) {
      expect(reason).toMatchObject({ name: "ConcurrentModificationException" });
    }
  });
});

describe("DeleteUserPoolClient", () => {
  it("deletes it", async () => {
    const { ClientId = "" } = (await create()) ?? {};
    const remove = () => server.idp.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
    await remove();
    const gone = {
      name: "ResourceNotFoundException",
      message: `User pool client ${ClientId} does not exist.`,
    };
    await expect(describeClient(ClientId)).rejects.toMatchObject(gone);
    await expect(remove()).rejects.toMatchObject(gone);
  });
});

describe("ListUserPoolClients", () => {
  it("lists ids and names, page by page", async () => {
    const pool = await newPool(server.idp);
    const made: string[] = [];
    for (let index = 0; index < 3; index++) made.push((await newClient(server.idp, pool)).ClientId);
    const page = (NextToken?: string) =>
      server.idp.send(
        new ListUserPoolClientsCommand({ UserPoolId: pool, MaxResults: 2, NextToken }),
      );
    const first = await page();
    const second = await page(first.NextToken);
    const listed = [...(first.UserPoolClients ?? []), ...(second.UserPoolClients ?? [])];
    expect(listed).toEqual(
      made.toSorted().map((ClientId) => ({ ClientId, UserPoolId: pool, ClientName: "client" })),
    );
    expect(second.NextToken).toBeUndefined();
    const other = { UserPoolId, NextToken: first.NextToken };
    await expect(server.idp.send(new ListUserPoolClientsCommand(other))).rejects.toMatchObject({
      message: "Invalid pagination token given.",
    });
  });
});

describe("a client of another pool", () => {
  it("does not exist", async () => {
    const other = await newClient(server.idp, await newPool(server.idp));
    await expect(describeClient(other.ClientId)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `User pool client ${other.ClientId} does not exist.`,
    });
  });
});
