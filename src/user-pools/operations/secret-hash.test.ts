import { createHmac } from "node:crypto";
import { InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
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

const signIn = (AuthParameters: Record<string, string>, client = ClientId) =>
  server.idp.send(
    new InitiateAuthCommand({
      ClientId: client,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters,
    }),
  );

describe("a client with a secret", () => {
  let secretClient: { ClientId: string; ClientSecret?: string };
  const hash = (username: string, secret = secretClient.ClientSecret ?? "") =>
    createHmac("sha256", secret)
      .update(username + secretClient.ClientId)
      .digest("base64");
  const attempt = (more: Record<string, string>) =>
    signIn({ USERNAME: "ada", PASSWORD: password, ...more }, secretClient.ClientId);

  beforeAll(async () => {
    secretClient = await newClient(server.idp, UserPoolId, { GenerateSecret: true });
  });

  it("needs the hash of exactly the username that is sent", async () => {
    const answer = await attempt({ SECRET_HASH: hash("ada") });
    expect(answer.AuthenticationResult?.IdToken).toBeDefined();
    for (const SECRET_HASH of [hash("Ada"), hash("ada", "other"), "AAAA"]) {
      await expect(attempt({ SECRET_HASH })).rejects.toMatchObject({
        name: "NotAuthorizedException",
        message: `Unable to verify secret hash for client ${secretClient.ClientId}`,
      });
    }
    expect(server.lastReason()?.expected).toContain('"ada"');
  });

  it("refuses calls without a hash", async () => {
    const message =
      `Client ${secretClient.ClientId} is configured with secret ` +
      "but SECRET_HASH was not received";
    await expect(attempt({})).rejects.toMatchObject({ name: "NotAuthorizedException", message });
  });

  it("differs from one without, which takes none", async () => {
    const parameters = { USERNAME: "ada", PASSWORD: password, SECRET_HASH: "AAAA" };
    await expect(signIn(parameters)).rejects.toMatchObject({
      message: `Unable to verify secret hash for client ${ClientId}`,
    });
  });
});
