import { createHmac } from "node:crypto";
import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminUserGlobalSignOutCommand,
  type CreateUserPoolClientCommandInput,
  GetTokensFromRefreshTokenCommand,
  type GetTokensFromRefreshTokenCommandInput,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
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
let UserPoolId: string;
let ClientId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
});
afterAll(() => server.close());

async function signIn(username: string, client = ClientId, more: Record<string, string> = {}) {
  await newUser(server.idp, UserPoolId, username);
  return tokensOf(server.idp, client, username, more);
}

const refresh = (
  RefreshToken: string,
  client = ClientId,
  more: Partial<GetTokensFromRefreshTokenCommandInput> = {},
) =>
  server.idp.send(
    new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId: client, ...more }),
  );

const clientWith = async (settings: Partial<CreateUserPoolClientCommandInput>) =>
  newClient(server.idp, UserPoolId, settings);

const refused = (message: string) => ({ name: "NotAuthorizedException", message });

describe("GetTokensFromRefreshToken without rotation", () => {
  it("answers new tokens of the same sign-in, and no new refresh token", async () => {
    const first = await signIn("ada");
    server.clock.advance(60_000);
    const { AuthenticationResult } = await refresh(first.refresh);
    expect(Object.keys(AuthenticationResult ?? {}).toSorted()).toEqual([
      "AccessToken",
      "ExpiresIn",
      "IdToken",
      "TokenType",
    ]);
    const before = decodeJwt(first.id);
    const after = decodeJwt(AuthenticationResult?.IdToken ?? "");
    const { origin_jti, auth_time, iat = 0 } = before;
    expect(after).toMatchObject({ origin_jti, auth_time, iat: iat + 60 });
    expect(after.jti).not.toBe(before.jti);
  });

  it("takes the secret of the client, not a hash", async () => {
    const { ClientId: client, ClientSecret = "" } = await clientWith({ GenerateSecret: true });
    const hash = createHmac("sha256", ClientSecret).update(`hashed${client}`).digest("base64");
    const { refresh: token } = await signIn("hashed", client, { SECRET_HASH: hash });
    const unable = refused(`Unable to verify the secret of client ${client}`);
    await expect(refresh(token, client)).rejects.toMatchObject(unable);
    expect(server.lastReason()?.received).toBe("no ClientSecret");
    const wrong = { ClientSecret: `${ClientSecret.slice(1)}A` };
    await expect(refresh(token, client, wrong)).rejects.toMatchObject(unable);
    expect(server.lastReason()?.change).toContain("not a hash");
    expect(JSON.stringify(server.lastReason())).not.toContain(ClientSecret.slice(1));
    expect((await refresh(token, client, { ClientSecret })).AuthenticationResult).toBeDefined();
  });

  it("refuses a secret from a client that has none", async () => {
    const { refresh: token } = await signIn("public");
    await expect(refresh(token, ClientId, { ClientSecret: "x".repeat(32) })).rejects.toMatchObject(
      refused(`Unable to verify the secret of client ${ClientId}`),
    );
  });

  it("refuses what this client was not given, with a full stop", async () => {
    const { refresh: token } = await signIn("mine");
    const other = await clientWith({});
    const invalid = refused("Invalid Refresh Token.");
    await expect(refresh("made.up")).rejects.toMatchObject(invalid);
    expect(server.lastReason()?.received).toContain("never gave out");
    await expect(refresh(token, other.ClientId)).rejects.toMatchObject(invalid);
    expect(server.lastReason()?.received).toContain(ClientId);
  });

  it("refuses an unknown client, a device, and a client that may not refresh", async () => {
    const { refresh: token } = await signIn("odd");
    await expect(refresh(token, "unknown")).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    await expect(refresh(token, ClientId, { DeviceKey: "us-east-1_a" })).rejects.toMatchObject({
      message: "Device does not exist.",
    });
    const strict = await clientWith({ ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] });
    await expect(refresh(token, strict.ClientId)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "REFRESH_TOKEN_AUTH flow not enabled for this client",
    });
  });

  it("refuses an expired token", async () => {
    const { ClientId: client } = await clientWith({
      RefreshTokenValidity: 1,
      TokenValidityUnits: { RefreshToken: "hours" },
    });
    const { refresh: token } = await signIn("expired", client);
    server.clock.advance(3_600_000);
    const late = refused("Refresh Token has expired");
    await expect(refresh(token, client)).rejects.toMatchObject(late);
  });

  it("refuses users who are gone, disabled or signed out, and revoked sign-ins", async () => {
    const user = (Username: string) => ({ UserPoolId, Username });
    const deleted = await signIn("deleted");
    await server.idp.send(new AdminDeleteUserCommand(user("deleted")));
    await expect(refresh(deleted.refresh)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
    const disabled = await signIn("disabled");
    await server.idp.send(new AdminDisableUserCommand(user("disabled")));
    await expect(refresh(disabled.refresh)).rejects.toMatchObject(refused("User is disabled."));
    const revoked = refused("Refresh Token has been revoked");
    const signedOut = await signIn("signed-out");
    await server.idp.send(new AdminUserGlobalSignOutCommand(user("signed-out")));
    await expect(refresh(signedOut.refresh)).rejects.toMatchObject(revoked);
    expect(server.lastReason()?.received).toContain("signed out everywhere");
    const { refresh: Token } = await signIn("revoked");
    await server.idp.send(new RevokeTokenCommand({ Token, ClientId }));
    await expect(refresh(Token)).rejects.toMatchObject(revoked);
    expect(server.lastReason()?.received).toContain("RevokeToken");
  });
});
