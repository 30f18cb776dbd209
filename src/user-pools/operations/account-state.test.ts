import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  DeleteUserCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  newUser,
  rightPassword,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;
let ClientId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
});
afterAll(() => server.close());

async function signIn(USERNAME: string) {
  const { AuthenticationResult } = await server.idp.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD: rightPassword },
    }),
  );
  const { AccessToken = "", RefreshToken = "" } = AuthenticationResult ?? {};
  return { AccessToken, RefreshToken };
}

const refresh = (REFRESH_TOKEN: string) =>
  server.idp.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN },
    }),
  );

const getUser = (AccessToken: string) => server.idp.send(new GetUserCommand({ AccessToken }));
const describeUser = (Username: string) =>
  server.idp.send(new AdminGetUserCommand({ UserPoolId, Username }));
const enable = (Username: string) =>
  server.idp.send(new AdminEnableUserCommand({ UserPoolId, Username }));
const disable = (Username: string) =>
  server.idp.send(new AdminDisableUserCommand({ UserPoolId, Username }));

const disabled = { name: "NotAuthorizedException", message: "User is disabled." };
const revoked = { name: "NotAuthorizedException", message: "Access Token has been revoked" };
const unknown = { name: "UserNotFoundException", message: "User does not exist." };

describe("AdminDisableUser and AdminEnableUser", () => {
  it("keep a user out and let them in again", async () => {
    await newUser(server.idp, UserPoolId, "ada");
    await disable("ada");
    expect((await describeUser("ada")).Enabled).toBe(false);
    await expect(signIn("ada")).rejects.toMatchObject(disabled);
    expect(server.lastReason()?.change).toContain("AdminEnableUser");
    await enable("ada");
    expect((await describeUser("ada")).Enabled).toBe(true);
    const { AccessToken } = await signIn("ada");
    expect((await getUser(AccessToken)).Username).toBe("ada");
  });

  it("revoke the tokens of the user, for good", async () => {
    await newUser(server.idp, UserPoolId, "grace");
    const { AccessToken, RefreshToken } = await signIn("grace");
    await disable("grace");
    await expect(getUser(AccessToken)).rejects.toMatchObject(revoked);
    await expect(refresh(RefreshToken)).rejects.toMatchObject(disabled);
    await enable("grace");
    await expect(getUser(AccessToken)).rejects.toMatchObject(revoked);
    await expect(refresh(RefreshToken)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has been revoked",
    });
  });

  it("change nothing when the user is so already", async () => {
    await newUser(server.idp, UserPoolId, "twice");
    const { AccessToken } = await signIn("twice");
    await enable("twice");
    await getUser(AccessToken);
    await disable("twice");
    const first = await describeUser("twice");
    server.clock.advance(1_000);
    await disable("twice");
    const second = await describeUser("twice");
    expect(second.UserLastModifiedDate).toEqual(first.UserLastModifiedDate);
  });

  it("refuse users and pools that are not there", async () => {
    await expect(disable("nobody")).rejects.toMatchObject(unknown);
    await expect(enable("nobody")).rejects.toMatchObject(unknown);
    const elsewhere = server.clientAs("222222222222");
    const command = new AdminDisableUserCommand({ UserPoolId, Username: "ada" });
    await expect(elsewhere.send(command)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `User pool ${UserPoolId} does not exist.`,
    });
  });
});

describe("DeleteUser", () => {
  const deleteUser = (AccessToken: string) =>
    server.idp.send(new DeleteUserCommand({ AccessToken }));

  it("deletes who bears the token, and their tokens with them", async () => {
    await newUser(server.idp, UserPoolId, "leaver");
    const { AccessToken, RefreshToken } = await signIn("leaver");
    await deleteUser(AccessToken);
    await expect(describeUser("leaver")).rejects.toMatchObject(unknown);
    await expect(getUser(AccessToken)).rejects.toMatchObject(unknown);
    await expect(refresh(RefreshToken)).rejects.toMatchObject(unknown);
    await expect(deleteUser(AccessToken)).rejects.toMatchObject(unknown);
    await newUser(server.idp, UserPoolId, "leaver");
    await expect(getUser(AccessToken)).rejects.toMatchObject(unknown);
  });

  it("refuses tokens that are revoked or none", async () => {
    await newUser(server.idp, UserPoolId, "stays");
    const { AccessToken } = await signIn("stays");
    await disable("stays");
    await expect(deleteUser(AccessToken)).rejects.toMatchObject(revoked);
    await expect(deleteUser("no-token")).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid Access Token",
    });
    expect((await describeUser("stays")).Username).toBe("stays");
  });
});
