import { createHmac } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  DeleteUserPoolClientCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeUser,
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";
import { createSignInStore } from "../sign-in-store.ts";

const password = "Right-1234";

let server: UserPoolsServer;
let UserPoolId: string;
let ClientId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
});
afterAll(() => server.close());

async function signIn(Username: string, client = ClientId, more: Record<string, string> = {}) {
  const user = { UserPoolId, Username };
  await server.idp.send(new AdminCreateUserCommand(user)).catch(() => undefined);
  const set = { ...user, Password: password, Permanent: true };
  await server.idp.send(new AdminSetUserPasswordCommand(set));
  const { AuthenticationResult } = await server.idp.send(
    new InitiateAuthCommand({
      ClientId: client,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: Username, PASSWORD: password, ...more },
    }),
  );
  return {
    id: AuthenticationResult?.IdToken ?? "",
    refresh: AuthenticationResult?.RefreshToken ?? "",
  };
}

const refresh = (
  REFRESH_TOKEN: string,
  client = ClientId,
  more: Record<string, string> = {},
  AuthFlow: "REFRESH_TOKEN_AUTH" | "REFRESH_TOKEN" = "REFRESH_TOKEN_AUTH",
) =>
  server.idp.send(
    new InitiateAuthCommand({
      ClientId: client,
      AuthFlow,
      AuthParameters: { REFRESH_TOKEN, ...more },
    }),
  );

const invalid = { name: "NotAuthorizedException", message: "Invalid Refresh Token" };

describe("a refresh", () => {
  it("answers new tokens of the same sign-in, and no new refresh token", async () => {
    const first = await signIn("ada");
    server.clock.advance(60_000);
    for (const flow of ["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"] as const) {
      const { AuthenticationResult, ChallengeParameters } = await refresh(
        first.refresh,
        ClientId,
        {},
        flow,
      );
      expect(ChallengeParameters).toEqual({});
      expect(Object.keys(AuthenticationResult ?? {}).toSorted()).toEqual([
        "AccessToken",
        "ExpiresIn",
        "IdToken",
        "TokenType",
      ]);
      const before = decodeJwt(first.id);
      const after = decodeJwt(AuthenticationResult?.IdToken ?? "");
      expect(after.origin_jti).toBe(before.origin_jti);
      expect(after.auth_time).toBe(before.auth_time);
      expect(after.jti).not.toBe(before.jti);
      expect(after.event_id).not.toBe(before.event_id);
      expect(after.iat).toBe((before.iat ?? 0) + 60);
    }
  });

  it("works for servers that sign", async () => {
    const { refresh: REFRESH_TOKEN } = await signIn("served");
    const { AuthenticationResult } = await server.idp.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: "REFRESH_TOKEN_AUTH",
        AuthParameters: { REFRESH_TOKEN },
      }),
    );
    expect(AuthenticationResult?.AccessToken).toBeDefined();
  });

  it("still works after the keys were rotated, and signs with the new ones", async () => {
    const { refresh: token, id } = await signIn("rotated");
    await server.pools.rotateKeys(UserPoolId);
    const { AuthenticationResult } = await refresh(token);
    const kid = (text = "") =>
      JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString()).kid;
    expect(kid(AuthenticationResult?.IdToken)).not.toBe(kid(id));
    const keys = await server.pools.localKeys(
      `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`,
    );
    expect(keys?.keys.has(kid(id))).toBe(true);
    expect(keys?.keys.has(kid(AuthenticationResult?.IdToken))).toBe(true);
  });

  it("is refused with a token that this pool never gave out", async () => {
    const { refresh: token } = await signIn("forged");
    const otherPool = await newPool(server.idp);
    const other = await newClient(server.idp, otherPool);
    for (const [text, client] of [
      ["made.up", ClientId],
      [`${token.slice(0, -4)}AAAA`, ClientId],
      [token, other.ClientId],
    ] as const) {
      await expect(refresh(text, client)).rejects.toMatchObject(invalid);
    }
    expect(server.lastReason()?.received).toContain("never gave out");
  });

  it("is refused to another client, and the operator is told whose it is", async () => {
    const { refresh: token } = await signIn("mine");
    const other = await newClient(server.idp, UserPoolId);
    await expect(refresh(token, other.ClientId)).rejects.toMatchObject(invalid);
    expect(server.lastReason()?.received).toContain(ClientId);
  });

  it("is refused after the token's time", async () => {
    const { ClientId: client } = await newClient(server.idp, UserPoolId, {
      RefreshTokenValidity: 1,
      TokenValidityUnits: { RefreshToken: "hours" },
    });
    const { refresh: token } = await signIn("expired", client);
    server.clock.advance(3_598_000);
    await refresh(token, client);
    server.clock.advance(2_000);
    await expect(refresh(token, client)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has expired",
    });
  });

  it("is refused for users who are gone, disabled or signed out", async () => {
    const deleted = await signIn("deleted");
    await server.idp.send(new AdminDeleteUserCommand({ UserPoolId, Username: "deleted" }));
    await expect(refresh(deleted.refresh)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
    const disabled = await signIn("disabled");
    await changeUser(server, UserPoolId, "disabled", { enabled: false });
    await expect(refresh(disabled.refresh)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "User is disabled.",
    });
    const signedOut = await signIn("signed-out");
    const tokensValidFrom = Math.floor(server.clock.now() / 1000) + 1;
    await changeUser(server, UserPoolId, "signed-out", { tokensValidFrom });
    await expect(refresh(signedOut.refresh)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has been revoked",
    });
    const again = await signIn("signed-out");
    expect((await refresh(again.refresh)).AuthenticationResult).toBeDefined();
  });

  it("is refused after the sign-in was revoked", async () => {
    const { refresh: token, id } = await signIn("revoked");
    const { origin_jti } = decodeJwt(id);
    const store = createSignInStore(server.records);
    await store.revoke(UserPoolId, String(origin_jti), server.clock.now() + 60_000);
    await expect(refresh(token)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has been revoked",
    });
  });

  it("is refused to a client that is gone", async () => {
    const { ClientId: client } = await newClient(server.idp, UserPoolId);
    const { refresh: token } = await signIn("orphan", client);
    await server.idp.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId: client }));
    await expect(refresh(token, client)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("needs the hash of the user's own name where the client has a secret", async () => {
    const { ClientId: client, ClientSecret = "" } = await newClient(server.idp, UserPoolId, {
      GenerateSecret: true,
    });
    const hash = (name: string) =>
      createHmac("sha256", ClientSecret)
        .update(name + client)
        .digest("base64");
    const { refresh: token } = await signIn("hashed", client, { SECRET_HASH: hash("hashed") });
    await expect(refresh(token, client)).rejects.toMatchObject({
      message: `Client ${client} is configured with secret but SECRET_HASH was not received`,
    });
    const wrong = { SECRET_HASH: hash("hashed@example.com") };
    await expect(refresh(token, client, wrong)).rejects.toMatchObject({
      message: `Unable to verify secret hash for client ${client}`,
    });
    expect(server.lastReason()?.expected).toContain('"hashed"');
    const right = await refresh(token, client, { SECRET_HASH: hash("hashed") });
    expect(right.AuthenticationResult).toBeDefined();
  });

  it("needs a token", async () => {
    await expect(refresh("")).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Missing required parameter REFRESH_TOKEN",
    });
  });
});
