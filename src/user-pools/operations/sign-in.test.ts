import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type AuthFlowType,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { createLocalJWKSet, jwtVerify } from "jose";
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

const incorrect = { name: "NotAuthorizedException", message: "Incorrect username or password." };

describe("InitiateAuth and AdminInitiateAuth with a password", () => {
  it.each([
    ["USER_PASSWORD_AUTH", () => signIn()],
    ["ADMIN_USER_PASSWORD_AUTH", () => adminSignIn()],
    ["ADMIN_NO_SRP_AUTH", () => adminSignIn(undefined, "ADMIN_NO_SRP_AUTH")],
  ])("%s answers tokens", async (_, start) => {
    const answer = await start();
    expect(answer.ChallengeParameters).toEqual({});
    expect(answer.ChallengeName).toBeUndefined();
    expect(Object.keys(answer.AuthenticationResult ?? {}).toSorted()).toEqual([
      "AccessToken",
      "ExpiresIn",
      "IdToken",
      "RefreshToken",
      "TokenType",
    ]);
    expect(answer.AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: "Bearer" });
    expect(answer.AuthenticationResult?.RefreshToken?.split(".")).toHaveLength(5);
  });

  it("answers tokens that other verifiers accept, under keys of their own", async () => {
    const { AuthenticationResult: tokens } = await signIn();
    const keySet = await publishedKeys(UserPoolId);
    expect(keySet.keys).toHaveLength(2);
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`;
    const now = new Date(server.clock.now());
    const id = await jwtVerify(tokens?.IdToken ?? "", createLocalJWKSet(keySet), {
      issuer,
      audience: ClientId,
      currentDate: now,
    });
    const access = await jwtVerify(tokens?.AccessToken ?? "", createLocalJWKSet(keySet), {
      issuer,
      currentDate: now,
    });
    expect(Object.keys(id.protectedHeader)).toEqual(["kid", "alg"]);
    expect(id.protectedHeader.kid).toBe(keySet.keys[0]?.kid);
    expect(access.protectedHeader.kid).toBe(keySet.keys[1]?.kid);
    expect(id.payload).toMatchObject({ token_use: "id", "cognito:username": "ada" });
    expect(access.payload).toMatchObject({
      token_use: "access",
      client_id: ClientId,
      username: "ada",
      scope: "aws.cognito.signin.user.admin",
    });
    expect(access.payload.event_id).toBe(id.payload.event_id);
    expect(access.payload.origin_jti).toBe(id.payload.origin_jti);
    for (const tokenUse of ["id", "access"] as const) {
      const verifier = CognitoJwtVerifier.create({
        userPoolId: UserPoolId,
        clientId: ClientId,
        tokenUse,
        graceSeconds: 60,
      });
      verifier.cacheJwks(keySet);
      const token = tokenUse === "id" ? tokens?.IdToken : tokens?.AccessToken;
      await expect(verifier.verify(token ?? "")).resolves.toMatchObject({ sub: id.payload.sub });
    }
  });

  it("refuses a wrong password, and tells the operator why", async () => {
    await newUser(server.idp, UserPoolId, "careless");
    await expect(signIn({ USERNAME: "careless", PASSWORD: "Wrong-1234" })).rejects.toMatchObject(
      incorrect,
    );
    expect(server.lastReason()).toMatchObject({ check: "password" });
    expect(JSON.stringify(server.lastReason())).not.toContain("Wrong-1234");
  });

  it("tells of an unknown user, unless the client hides who exists", async () => {
    const nobody = { USERNAME: "nobody", PASSWORD: password };
    await expect(signIn(nobody)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
    const hiding = await newClient(server.idp, UserPoolId, {
      PreventUserExistenceErrors: "ENABLED",
    });
    await expect(signIn(nobody, hiding.ClientId)).rejects.toMatchObject(incorrect);
    expect(server.lastReason()).toMatchObject({ check: "user" });
    expect(server.lastReason()?.received).toContain("nobody");
  });

  it.each(["USERNAME", "PASSWORD"])("needs %s", async (name) => {
    const parameters: Record<string, string> = { USERNAME: "ada", PASSWORD: password };
    delete parameters[name];
    await expect(signIn(parameters)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: `Missing required parameter ${name}`,
    });
  });

  it("signs nobody in by the password of another, or with a very long one", async () => {
    await newUser(server.idp, UserPoolId, "bob");
    for (const PASSWORD of ["ada", "", " ", "right-1234", "Right-1234 ", "x".repeat(100_000)]) {
      await expect(adminSignIn({ USERNAME: "ada", PASSWORD })).rejects.toThrow();
      server.clock.advance(20 * 60_000);
    }
  });

  it("finds the user by an alias, and counts failures whatever the name", async () => {
    const pool = await newPool(server.idp, { UsernameAttributes: ["email"] });
    const client = await newClient(server.idp, pool);
    const { User } = await server.idp.send(
      new AdminCreateUserCommand({ UserPoolId: pool, Username: "eve@example.com" }),
    );
    const user = { UserPoolId: pool, Username: "eve@example.com", Password: password };
    await server.idp.send(new AdminSetUserPasswordCommand({ ...user, Permanent: true }));
    for (const USERNAME of ["eve@example.com", User?.Username ?? ""]) {
      const answer = await signIn({ USERNAME, PASSWORD: password }, client.ClientId);
      expect(answer.AuthenticationResult?.IdToken).toBeDefined();
    }
    for (let count = 0; count < 5; count++) {
      const attempt = signIn({ USERNAME: "eve@example.com", PASSWORD: "Wrong-1" }, client.ClientId);
      await expect(attempt).rejects.toMatchObject(incorrect);
    }
    const bySub = { USERNAME: User?.Username ?? "", PASSWORD: password };
    await expect(signIn(bySub, client.ClientId)).rejects.toMatchObject({
      message: "Password attempts exceeded",
    });
  });

  it("refuses a client that is not there, or of another pool", async () => {
    await expect(signIn(undefined, "none")).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "User pool client none does not exist.",
    });
    const other = await newClient(server.idp, await newPool(server.idp));
    const AuthParameters = { USERNAME: "ada", PASSWORD: password };
    const crossed = new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId: other.ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters,
    });
    await expect(server.idp.send(crossed)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `User pool client ${other.ClientId} does not exist.`,
    });
  });

  it("refuses a pool of another account", async () => {
    const command = new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: "ada", PASSWORD: password },
    });
    await expect(server.clientAs("444444444444").send(command)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `User pool ${UserPoolId} does not exist.`,
    });
  });

  it("knows no devices", async () => {
    const parameters = { USERNAME: "ada", PASSWORD: password, DEVICE_KEY: "us-east-1_x" };
    await expect(signIn(parameters)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "Device does not exist.",
    });
  });
});

async function publishedKeys(poolId: string) {
  const path = `/${poolId}/.well-known/jwks.json`;
  const answer = await server.pools.documents({
    method: "GET",
    path,
    query: "",
    headers: {},
    body: Buffer.of(),
  });
  return JSON.parse(String(answer?.body));
}
