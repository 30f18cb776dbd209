import {
  AdminGetUserCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  newUser,
  tokensOf,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

const poolNamed = (id: string, more: Record<string, string> = {}, idp = server.idp) =>
  newPool(idp, { UserPoolTags: { _custom_id_: id, ...more } });
const remove = (UserPoolId: string) => server.idp.send(new DeleteUserPoolCommand({ UserPoolId }));
const refreshing = (ClientId: string, REFRESH_TOKEN: string) =>
  new InitiateAuthCommand({
    ClientId,
    AuthFlow: "REFRESH_TOKEN_AUTH",
    AuthParameters: { REFRESH_TOKEN },
  });
const invalid = (message: string) => ({ name: "InvalidParameterException", message });

describe("a pool with the tag _custom_id_", () => {
  it("has that id, and keeps the tag", async () => {
    const id = await poolNamed("us-east-1_Stable1", { team: "blue" });
    expect(id).toBe("us-east-1_Stable1");
    const { UserPool } = await server.idp.send(new DescribeUserPoolCommand({ UserPoolId: id }));
    expect(UserPool?.Arn).toBe(`arn:aws:cognito-idp:us-east-1:000000000000:userpool/${id}`);
    expect(UserPool?.UserPoolTags).toEqual({ _custom_id_: id, team: "blue" });
  });

  it.each([
    "eu-west-1_Stable1",
    "Stable1",
    "us-east-1_",
    "us-east-1_a-b",
    "us-east-1_a/../b",
    "",
    `us-east-1_${"x".repeat(46)}`,
  ])("is refused when that is no id of the region: %s", async (id) => {
    await expect(poolNamed(id)).rejects.toMatchObject(
      invalid("The value of the tag _custom_id_ can not be an id."),
    );
    expect(server.lastReason()).toMatchObject({ check: "_custom_id_", received: id });
  });

  it("is refused when somebody has the id, whoever that is", async () => {
    const id = await poolNamed("us-east-1_Taken1");
    const taken = invalid(`User pool ${id} already exists.`);
    await expect(poolNamed(id)).rejects.toMatchObject(taken);
    await expect(poolNamed(id, {}, server.clientAs("111111111111"))).rejects.toMatchObject(taken);
    const attempts = Array.from({ length: 5 }, () => poolNamed("us-east-1_Raced1"));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("can be built again at once, and nothing of the old one comes back", async () => {
    const id = await poolNamed("us-east-1_Again1");
    await newUser(server.idp, id, "ada");
    const old = await newClient(server.idp, id);
    const before = await tokensOf(server.idp, old.ClientId, "ada");
    await remove(id);
    expect(await poolNamed(id)).toBe(id);
    const UserPoolId = id;
    const ada = new AdminGetUserCommand({ UserPoolId, Username: "ada" });
    await expect(server.idp.send(ada)).rejects.toMatchObject({ name: "UserNotFoundException" });
    const client = new DescribeUserPoolClientCommand({ UserPoolId, ClientId: old.ClientId });
    await expect(server.idp.send(client)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    const { UserPool } = await server.idp.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool?.EstimatedNumberOfUsers).toBe(0);
    await newUser(server.idp, id, "ada");
    const { ClientId } = await newClient(server.idp, id);
    const after = await tokensOf(server.idp, ClientId, "ada");
    expect(decodeProtectedHeader(after.id).kid).not.toBe(decodeProtectedHeader(before.id).kid);
    const AccessToken = before.access;
    await expect(server.idp.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Could not verify signature for Access Token",
    });
    await expect(server.idp.send(refreshing(ClientId, before.refresh))).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid Refresh Token",
    });
  });
});

describe("a client whose pool has the tag _custom_id_:NAME", () => {
  it("has that id, again each time that the environment is built", async () => {
    const tags = { "_custom_id_:web app": "webclient1" };
    const id = await poolNamed("us-east-1_Clients1", tags);
    const web = () => newClient(server.idp, id, { ClientName: "web app" });
    expect((await web()).ClientId).toBe("webclient1");
    expect((await newClient(server.idp, id)).ClientId).toMatch(/^[a-z0-9]{26}$/);
    await remove(id);
    await poolNamed(id, tags);
    expect((await web()).ClientId).toBe("webclient1");
    await expect(web()).rejects.toMatchObject(
      invalid("User pool client webclient1 already exists."),
    );
    const client = { UserPoolId: id, ClientId: "webclient1" };
    await server.idp.send(new DeleteUserPoolClientCommand(client));
    expect((await web()).ClientId).toBe("webclient1");
  });

  it("does not bring back the tokens of the client that had the id before", async () => {
    const UserPoolId = await newPool(server.idp, { UserPoolTags: { "_custom_id_:web": "web2" } });
    await newUser(server.idp, UserPoolId, "ada");
    const { ClientId } = await newClient(server.idp, UserPoolId, { ClientName: "web" });
    const { access, refresh } = await tokensOf(server.idp, ClientId, "ada");
    const remove = new DeleteUserPoolClientCommand({ UserPoolId, ClientId });
    await server.idp.send(remove);
    server.clock.advance(1_000);
    await newClient(server.idp, UserPoolId, { ClientName: "web" });
    const get = new GetUserCommand({ AccessToken: access });
    await expect(server.idp.send(get)).rejects.toMatchObject({ message: "Invalid Access Token" });
    await expect(server.idp.send(refreshing(ClientId, refresh))).rejects.toMatchObject({
      message: "Invalid Refresh Token",
    });
    await tokensOf(server.idp, ClientId, "ada");
  });

  it("is refused when that is no id", async () => {
    const id = await newPool(server.idp, { UserPoolTags: { "_custom_id_:web": "not an id" } });
    await expect(newClient(server.idp, id, { ClientName: "web" })).rejects.toMatchObject(
      invalid("The value of the tag _custom_id_:web can not be an id."),
    );
  });
});
