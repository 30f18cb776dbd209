import {
  type CreateUserPoolClientCommandInput,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../test/fixtures/hello-stack.ts";
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

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  await newUser(server.idp, UserPoolId, "ada");
});
afterAll(() => server.close());

const flows: Partial<CreateUserPoolClientCommandInput> = {
  ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
};

/** A client that rotates, and the tokens of a sign-in through it. */
async function rotating(
  RetryGracePeriodSeconds?: number,
  more: Partial<CreateUserPoolClientCommandInput> = {},
) {
  const grace = RetryGracePeriodSeconds === undefined ? {} : { RetryGracePeriodSeconds };
  const { ClientId } = await newClient(server.idp, UserPoolId, {
    ...flows,
    RefreshTokenRotation: { Feature: "ENABLED", ...grace },
    ...more,
  });
  return { ClientId, tokens: await tokensOf(server.idp, ClientId, "ada") };
}

async function refresh(ClientId: string, RefreshToken: string) {
  const command = new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken });
  const { AuthenticationResult } = await server.idp.send(command);
  return {
    id: present(AuthenticationResult?.IdToken),
    access: present(AuthenticationResult?.AccessToken),
    refresh: present(AuthenticationResult?.RefreshToken),
  };
}

const getUser = (AccessToken: string) => server.idp.send(new GetUserCommand({ AccessToken }));
const reused = { name: "RefreshTokenReuseException" };
const revoked = { name: "NotAuthorizedException", message: "Refresh Token has been revoked" };

describe("refresh token rotation", () => {
  it("gives a new token with each use, of the same sign-in", async () => {
    const { ClientId, tokens } = await rotating();
    let token = tokens.refresh;
    const { origin_jti, auth_time } = decodeJwt(tokens.id);
    for (let use = 0; use < 3; use++) {
      server.clock.advance(60_000);
      const next = await refresh(ClientId, token);
      expect(next.refresh).not.toBe(token);
      expect(decodeJwt(next.id)).toMatchObject({ origin_jti, auth_time });
      await getUser(next.access);
      token = next.refresh;
    }
  });

  it("does not prolong a sign-in", async () => {
    const { ClientId, tokens } = await rotating(0, {
      RefreshTokenValidity: 1,
      TokenValidityUnits: { RefreshToken: "hours" },
    });
    server.clock.advance(3_000_000);
    const next = await refresh(ClientId, tokens.refresh);
    server.clock.advance(600_000);
    await expect(refresh(ClientId, next.refresh)).rejects.toMatchObject({
      message: "Refresh Token has expired",
    });
  });

  it("lets a token pass again within the grace period", async () => {
    const { ClientId, tokens } = await rotating(10);
    const first = await refresh(ClientId, tokens.refresh);
    server.clock.advance(5_000);
    const second = await refresh(ClientId, tokens.refresh);
    server.clock.advance(4_999);
    await refresh(ClientId, tokens.refresh);
    for (const { refresh: token, access } of [first, second]) {
      await getUser(access);
      await refresh(ClientId, token);
    }
  });

  it("revokes the whole sign-in when a token is used after its grace period", async () => {
    const { ClientId, tokens } = await rotating(10);
    const other = await tokensOf(server.idp, ClientId, "ada");
    const next = await refresh(ClientId, tokens.refresh);
    server.clock.advance(10_000);
    await expect(refresh(ClientId, tokens.refresh)).rejects.toMatchObject(reused);
    expect(server.lastReason()?.received).toContain("replaced at");
    expect(server.lastReason()?.change).toContain("RetryGracePeriodSeconds, 10");
    await expect(refresh(ClientId, next.refresh)).rejects.toMatchObject(revoked);
    expect(server.lastReason()?.received).toContain("after a reuse");
    await expect(getUser(next.access)).rejects.toThrow("Access Token has been revoked");
    await refresh(ClientId, other.refresh);
  });

  it.each([undefined, 0])("has no grace period with RetryGracePeriodSeconds %s", async (grace) => {
    const { ClientId, tokens } = await rotating(grace);
    await refresh(ClientId, tokens.refresh);
    await expect(refresh(ClientId, tokens.refresh)).rejects.toMatchObject(reused);
  });

  it("takes over older tokens when enabled, and leaves used ones used when disabled", async () => {
    const client = await newClient(server.idp, UserPoolId);
    const { ClientId } = client;
    const tokens = await tokensOf(server.idp, ClientId, "ada");
    const update = { UserPoolId, ClientId };
    const rotation = { RefreshTokenRotation: { Feature: "ENABLED" as const } };
    await server.idp.send(new UpdateUserPoolClientCommand({ ...update, ...flows, ...rotation }));
    const next = await refresh(ClientId, tokens.refresh);
    await server.idp.send(new UpdateUserPoolClientCommand(update));
    const plain = (RefreshToken: string) =>
      server.idp.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
    expect((await plain(next.refresh)).AuthenticationResult?.RefreshToken).toBeUndefined();
    await expect(plain(tokens.refresh)).rejects.toMatchObject(revoked);
    expect(server.lastReason()?.received).toContain("replaced");
  });
});

describe("REFRESH_TOKEN_AUTH with rotation", () => {
  it.each([
    ["REFRESH_TOKEN_AUTH", undefined],
    ["REFRESH_TOKEN", undefined],
    ["REFRESH_TOKEN_AUTH", ["USER_PASSWORD_AUTH"]],
  ] as const)("is refused as %s of a client with %s", async (AuthFlow, chosen) => {
    const ExplicitAuthFlows = chosen ? [...chosen] : flows.ExplicitAuthFlows;
    const { ClientId, tokens } = await rotating(60, { ExplicitAuthFlows });
    const AuthParameters = { REFRESH_TOKEN: tokens.refresh };
    await expect(
      server.idp.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters })),
    ).rejects.toMatchObject({ name: "UnsupportedOperationException" });
    expect(server.lastReason()?.change).toContain("GetTokensFromRefreshToken");
  });
});

describe("the setting RefreshTokenRotation", () => {
  it("is answered as it was set", async () => {
    const RefreshTokenRotation = { Feature: "ENABLED" as const, RetryGracePeriodSeconds: 60 };
    const { ClientId } = await rotating(60);
    const { UserPoolClient } = await server.idp.send(
      new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
    );
    expect(UserPoolClient?.RefreshTokenRotation).toEqual(RefreshTokenRotation);
    await newClient(server.idp, UserPoolId, { RefreshTokenRotation: { Feature: "DISABLED" } });
  });

  it("is refused beside ALLOW_REFRESH_TOKEN_AUTH, and with too long a grace period", async () => {
    const ENABLED = { Feature: "ENABLED" as const };
    for (const [settings, text] of [
      [{ RefreshTokenRotation: ENABLED }, "ALLOW_REFRESH_TOKEN_AUTH"],
      [{ ...flows, RefreshTokenRotation: { ...ENABLED, RetryGracePeriodSeconds: 61 } }, "60"],
    ] as const) {
      const attempt = newClient(server.idp, UserPoolId, settings);
      await expect(attempt).rejects.toMatchObject({ name: "InvalidParameterException" });
      await expect(attempt).rejects.toThrow(text);
    }
  });

  it("keeps its pool from being lowered to LITE", async () => {
    const pool = await newPool(server.idp, {});
    const lower = () =>
      server.idp.send(new UpdateUserPoolCommand({ UserPoolId: pool, UserPoolTier: "LITE" }));
    const rotating = { ...flows, RefreshTokenRotation: { Feature: "ENABLED" as const } };
    const { ClientId } = await newClient(server.idp, pool, rotating);
    await expect(lower()).rejects.toMatchObject({ name: "FeatureUnavailableInTierException" });
    await server.idp.send(new DeleteUserPoolClientCommand({ UserPoolId: pool, ClientId }));
    await lower();
  });

  it("is refused in the tier LITE", async () => {
    const lite = await newPool(server.idp, { UserPoolTier: "LITE" });
    const settings = { ...flows, RefreshTokenRotation: { Feature: "ENABLED" as const } };
    await expect(newClient(server.idp, lite, settings)).rejects.toMatchObject({
      name: "FeatureUnavailableInTierException",
      message:
        "The following features need to be disabled for the LITE pricing tier configured: " +
        "Refresh Token Rotation",
    });
    expect(server.lastReason()?.received).toBe("LITE");
  });
});
