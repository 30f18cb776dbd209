import { createHmac } from "node:crypto";
import {
  GetUserCommand,
  RevokeTokenCommand,
  type RevokeTokenCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
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
  await newUser(server.idp, UserPoolId, "ada");
});
afterAll(() => server.close());

const revoke = (Token: string, more: Partial<RevokeTokenCommandInput> = {}) =>
  server.idp.send(new RevokeTokenCommand({ Token, ClientId, ...more }));
const getUser = (AccessToken: string) => server.idp.send(new GetUserCommand({ AccessToken }));
const unauthorized = { name: "UnauthorizedException" };

describe("RevokeToken", () => {
  it("ends the tokens of one sign-in, and of no other", async () => {
    const [first, second] = [
      await tokensOf(server.idp, ClientId, "ada"),
      await tokensOf(server.idp, ClientId, "ada"),
    ];
    await getUser(first.access);
    const { $metadata } = await revoke(first.refresh);
    expect(server.notes.find($metadata.requestId ?? "")?.outcome.text).toBe("revoked");
    await expect(getUser(first.access)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Access Token has been revoked",
    });
    await getUser(second.access);
  });

  it("keeps an access token revoked that outlives its refresh token", async () => {
    const { ClientId: client } = await newClient(server.idp, UserPoolId, {
      RefreshTokenValidity: 1,
      AccessTokenValidity: 24,
      TokenValidityUnits: { RefreshToken: "hours" },
    });
    const { refresh, access } = await tokensOf(server.idp, client, "ada");
    await revoke(refresh, { ClientId: client });
    server.clock.advance(23 * 3_600_000);
    await expect(getUser(access)).rejects.toMatchObject({
      message: "Access Token has been revoked",
    });
  });

  it("succeeds for tokens that are unknown, or revoked before", async () => {
    const { refresh } = await tokensOf(server.idp, ClientId, "ada");
    for (const token of [refresh, refresh, "made.up", `${refresh.slice(0, -4)}AAAA`]) {
      const { $metadata, ...answer } = await revoke(token);
      expect(answer).toEqual({});
    }
  });

  it("refuses access and ID tokens by their kind", async () => {
    const { access, id } = await tokensOf(server.idp, ClientId, "ada");
    for (const token of [access, id]) {
      await expect(revoke(token)).rejects.toMatchObject({ name: "UnsupportedTokenTypeException" });
      expect(server.lastReason()?.expected).toBe("a refresh token");
    }
    await getUser(access);
  });

  it("refuses clients that are unknown, or others than the token's", async () => {
    const { refresh, access } = await tokensOf(server.idp, ClientId, "ada");
    await expect(revoke(refresh, { ClientId: "unknown" })).rejects.toMatchObject(unauthorized);
    const other = await newClient(server.idp, UserPoolId);
    const asOther = revoke(refresh, { ClientId: other.ClientId });
    await expect(asOther).rejects.toMatchObject(unauthorized);
    expect(server.lastReason()?.received).toContain(ClientId);
    await getUser(access);
  });

  it("needs the client's secret, where it has one", async () => {
    const { ClientId: client, ClientSecret = "" } = await newClient(server.idp, UserPoolId, {
      GenerateSecret: true,
    });
    const hash = createHmac("sha256", ClientSecret).update(`ada${client}`).digest("base64");
    const tokens = await tokensOf(server.idp, client, "ada", { SECRET_HASH: hash });
    for (const wrong of [{}, { ClientSecret: "x".repeat(32) }]) {
      const attempt = revoke(tokens.refresh, { ClientId: client, ...wrong });
      await expect(attempt).rejects.toMatchObject(unauthorized);
    }
    await getUser(tokens.access);
    await revoke(tokens.refresh, { ClientId: client, ClientSecret });
    await expect(getUser(tokens.access)).rejects.toThrow("revoked");
  });

  it("is refused where the client has it off", async () => {
    const off = await newClient(server.idp, UserPoolId, { EnableTokenRevocation: false });
    const { refresh } = await tokensOf(server.idp, off.ClientId, "ada");
    const attempt = revoke(refresh, { ClientId: off.ClientId });
    await expect(attempt).rejects.toMatchObject({ name: "UnsupportedOperationException" });
    expect(server.lastReason()?.expected).toContain("EnableTokenRevocation");
  });
});
