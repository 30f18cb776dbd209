import {
  AdminInitiateAuthCommand,
  type AuthFlowType,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  newUser,
  rightPassword as password,
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

const signIn = (
  AuthParameters: Record<string, string> = { USERNAME: "ada", PASSWORD: password },
  client = ClientId,
  AuthFlow: AuthFlowType = "USER_PASSWORD_AUTH",
) => server.idp.send(new InitiateAuthCommand({ ClientId: client, AuthFlow, AuthParameters }));

const adminSignIn = (
  AuthParameters: Record<string, string> = { USERNAME: "ada", PASSWORD: password },
  AuthFlow: AuthFlowType = "ADMIN_USER_PASSWORD_AUTH",
) =>
  server.idp.send(new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters }));

describe("flows", () => {
  const AuthParameters = { USERNAME: "ada", PASSWORD: password };

  it.each([
    ["USER_PASSWORD_AUTH flow not enabled for this client", "USER_PASSWORD_AUTH"],
    ["USER_SRP_AUTH flow not enabled for this client", "USER_SRP_AUTH"],
    ["USER_AUTH flow not enabled for this client", "USER_AUTH"],
    ["CUSTOM_AUTH is not enabled for the client.", "CUSTOM_AUTH"],
    ["REFRESH_TOKEN_AUTH flow not enabled for this client", "REFRESH_TOKEN_AUTH"],
    ["Initiate Auth method not supported.", "ADMIN_USER_PASSWORD_AUTH"],
    ["Initiate Auth method not supported.", "ADMIN_NO_SRP_AUTH"],
  ] as const)("are refused when the client lacks them: %s", async (message, flow) => {
    const client = await newClient(server.idp, UserPoolId, {
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
    });
    await expect(signIn(AuthParameters, client.ClientId, flow)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
    if (flow !== "ADMIN_USER_PASSWORD_AUTH" && flow !== "ADMIN_NO_SRP_AUTH") {
      expect(server.lastReason()?.received).toContain("ALLOW_ADMIN_USER_PASSWORD_AUTH");
    }
  });

  it("for servers have texts of their own", async () => {
    await expect(adminSignIn(AuthParameters, "USER_PASSWORD_AUTH")).rejects.toMatchObject({
      message: "Initiate Auth method not supported",
    });
    const client = await newClient(server.idp, UserPoolId, {
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
    });
    const command = new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId: client.ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters,
    });
    await expect(server.idp.send(command)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Auth flow not enabled for this client",
    });
  });

  it.each([
    ["AuthFlow USER_SRP_AUTH is not supported by this server yet.", "USER_SRP_AUTH"],
    ["AuthFlow USER_AUTH is not supported by this server yet.", "USER_AUTH"],
    ["Custom auth lambda trigger is not configured for the user pool.", "CUSTOM_AUTH"],
  ] as const)("that are enabled, but not there, issue nothing: %s", async (message, flow) => {
    const client = await newClient(server.idp, UserPoolId, {
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH"],
    });
    const parameters = { ...AuthParameters, SRP_A: "1234" };
    await expect(signIn(parameters, client.ClientId, flow)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
  });
});
