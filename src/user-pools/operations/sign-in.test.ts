import { createHmac } from "node:crypto";
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
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const password = "Right-1234";

let server: UserPoolsServer;
let UserPoolId: string;
let ClientId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
  await newUser("ada");
});
afterAll(() => server.close());

async function newUser(Username: string, pool = UserPoolId) {
  const user = { UserPoolId: pool, Username };
  const UserAttributes = [{ Name: "email", Value: `${Username}@example.com` }];
  await server.idp.send(new AdminCreateUserCommand({ ...user, UserAttributes }));
  await server.idp.send(
    new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }),
  );
}

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
    await newUser("careless");
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
    await newUser("bob");
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
    const message = `Client ${secretClient.ClientId} is configured with secret but SECRET_HASH was not received`;
    await expect(attempt({})).rejects.toMatchObject({ name: "NotAuthorizedException", message });
  });

  it("differs from one without, which takes none", async () => {
    const parameters = { USERNAME: "ada", PASSWORD: password, SECRET_HASH: "AAAA" };
    await expect(signIn(parameters)).rejects.toMatchObject({
      message: `Unable to verify secret hash for client ${ClientId}`,
    });
  });
});

describe("the lock after failed sign-ins", () => {
  const wrong = (USERNAME: string) => signIn({ USERNAME, PASSWORD: "Wrong-1234" });
  const right = (USERNAME: string) => signIn({ USERNAME, PASSWORD: password });
  const locked = { name: "NotAuthorizedException", message: "Password attempts exceeded" };

  it("keeps the right password out too, for a while that doubles", async () => {
    await newUser("locked");
    for (let count = 0; count < 5; count++) {
      await expect(wrong("locked")).rejects.toMatchObject(incorrect);
    }
    await expect(right("locked")).rejects.toMatchObject(locked);
    expect(server.lastReason()?.expected).toContain(
      new Date(server.clock.now() + 1_000).toISOString(),
    );
    server.clock.advance(1_000);
    await expect(wrong("locked")).rejects.toMatchObject(incorrect);
    server.clock.advance(1_000);
    await expect(right("locked")).rejects.toMatchObject(locked);
    server.clock.advance(1_000);
    expect((await right("locked")).AuthenticationResult).toBeDefined();
  });

  it("is forgotten after a success", async () => {
    await newUser("forgetful");
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) {
        await expect(wrong("forgetful")).rejects.toMatchObject(incorrect);
      }
      expect((await right("forgetful")).AuthenticationResult).toBeDefined();
    }
  });

  it("lets no more guesses through when they come all at once", async () => {
    await newUser("stormed");
    const guesses = Array.from({ length: 40 }, () => wrong("stormed"));
    const results = await Promise.allSettled([...guesses, right("stormed")]);
    const texts = results.map((result) =>
      result.status === "rejected" ? result.reason.message : "signed in",
    );
    expect(texts.filter((text) => text === incorrect.message)).toHaveLength(5);
    expect(texts.filter((text) => text === locked.message)).toHaveLength(36);
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
