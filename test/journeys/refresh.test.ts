import {
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsEnvironment, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { movableClock } from "../fixtures/clock.ts";
import { run } from "../fixtures/gatepool.ts";
import { clientsOf, present } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";
import { rightPassword, tokensOf } from "../fixtures/user-pools.ts";
import { createClient, createPoolWithUser } from "../fixtures/users.ts";

const hour = 3_600_000;

describe.each(Object.entries(nodesOn))("a session on %s", (_, open) => {
  const clock = movableClock();
  let nodes: Nodes;
  let idp: CognitoIdentityProviderClient;
  /** The same, on the other node where there is one. */
  let elsewhere: CognitoIdentityProviderClient;
  let UserPoolId: string;

  beforeAll(async () => {
    nodes = await open(clock);
    [idp, elsewhere] = [clientsOf(nodes.urlOf(0)).idp, clientsOf(nodes.urlOf(1)).idp];
    ({ poolId: UserPoolId } = await createPoolWithUser(idp));
  });
  afterAll(() => nodes.close());

  async function rotatingClient(RetryGracePeriodSeconds: number): Promise<string> {
    const { ClientId } = await createClient(idp, UserPoolId, {
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds },
    });
    return ClientId;
  }

  async function refresh(by: CognitoIdentityProviderClient, ClientId: string, token: string) {
    const input = { ClientId, RefreshToken: token };
    const { AuthenticationResult } = await by.send(new GetTokensFromRefreshTokenCommand(input));
    return {
      access: present(AuthenticationResult?.AccessToken),
      refresh: present(AuthenticationResult?.RefreshToken),
    };
  }

  const getUser = (by: CognitoIdentityProviderClient, AccessToken: string) =>
    by.send(new GetUserCommand({ AccessToken }));

  it("goes on for days by rotated tokens, and ends everywhere when one is stolen", async () => {
    const ClientId = await rotatingClient(30);
    const first = await tokensOf(idp, ClientId, "ada");
    await expect(
      idp.send(
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: "REFRESH_TOKEN_AUTH",
          AuthParameters: { REFRESH_TOKEN: first.refresh },
        }),
      ),
    ).rejects.toMatchObject({ name: "UnsupportedOperationException" });
    let token = first.refresh;
    for (let day = 0; day < 3; day++) {
      clock.advance(24 * hour);
      const lost = await refresh(idp, ClientId, token);
      clock.advance(29_000);
      const retried = await refresh(elsewhere, ClientId, token);
      for (const { access } of [lost, retried]) await getUser(elsewhere, access);
      token = retried.refresh;
    }
    const { access } = await refresh(elsewhere, ClientId, token);
    clock.advance(30_000);
    await expect(refresh(idp, ClientId, token)).rejects.toMatchObject({
      name: "RefreshTokenReuseException",
    });
    await expect(getUser(elsewhere, access)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Access Token has been revoked",
    });
  });

  it("ends on every device by signing out on one, or by an administrator", async () => {
    const ClientId = await rotatingClient(0);
    const signOut = {
      user: (AccessToken: string) => idp.send(new GlobalSignOutCommand({ AccessToken })),
      administrator: () =>
        idp.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: "ada" })),
    };
    for (const end of Object.values(signOut)) {
      const phone = await tokensOf(idp, ClientId, "ada");
      const laptop = await tokensOf(elsewhere, ClientId, "ada");
      await end(phone.access);
      await expect(getUser(elsewhere, laptop.access)).rejects.toThrow("has been revoked");
      await expect(refresh(elsewhere, ClientId, laptop.refresh)).rejects.toMatchObject({
        name: "NotAuthorizedException",
        message: "Refresh Token has been revoked",
      });
      await getUser(elsewhere, (await tokensOf(idp, ClientId, "ada")).access);
    }
  });

  it("is the same from boto3", async () => {
    const args = [nodes.urlOf(0), UserPoolId, await rotatingClient(0), "ada", rightPassword];
    const script = ["test/journeys/boto3-refresh.py", ...args];
    const { stdout, stderr } = await run(await pythonWithBoto3(), script, awsEnvironment);
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toEqual([
      "rotated passed",
      "reused RefreshTokenReuseException",
      "after reuse NotAuthorizedException",
      "its access token NotAuthorizedException",
      "revoke passed",
      "revoked NotAuthorizedException",
      "sign out passed",
      "here NotAuthorizedException",
      "there NotAuthorizedException",
      "again passed",
    ]);
  });
});
