import {
  AdminDisableUserCommand,
  ChangePasswordCommand,
  type ChangePasswordCommandInput,
  GetUserCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  changeUser,
  newClient,
  newPool,
  newUser,
  rightPassword,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const other = "Other-1234";
const wrong = "Wrong-1234";

let server: UserPoolsServer;
let UserPoolId: string;
let ClientId: string;
let users = 0;
let name: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
});
afterAll(() => server.close());
beforeEach(async () => {
  name = `user-${++users}`;
  await newUser(server.idp, UserPoolId, name);
});

const authenticate = (AuthFlow: "USER_PASSWORD_AUTH" | "REFRESH_TOKEN_AUTH", given: object) =>
  server.idp.send(
    new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters: { USERNAME: name, ...given } }),
  );

async function signIn(PASSWORD = rightPassword) {
  const { AuthenticationResult } = await authenticate("USER_PASSWORD_AUTH", { PASSWORD });
  const { AccessToken = "", RefreshToken = "" } = AuthenticationResult ?? {};
  return { AccessToken, RefreshToken };
}

const change = (AccessToken: string, given: Partial<ChangePasswordCommandInput> = {}) =>
  server.idp.send(
    new ChangePasswordCommand({
      AccessToken,
      PreviousPassword: rightPassword,
      ProposedPassword: other,
      ...given,
    }),
  );

const incorrect = { name: "NotAuthorizedException", message: "Incorrect username or password." };
const locked = { name: "NotAuthorizedException", message: "Password attempts exceeded" };
const limited = {
  name: "LimitExceededException",
  message: "Attempt limit exceeded, please try after some time.",
};

describe("ChangePassword", () => {
  it("changes the password, and keeps the sessions that are open", async () => {
    const { AccessToken, RefreshToken } = await signIn();
    await change(AccessToken);
    await expect(signIn()).rejects.toMatchObject(incorrect);
    expect((await signIn(other)).AccessToken).not.toBe("");
    await server.idp.send(new GetUserCommand({ AccessToken }));
    await authenticate("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: RefreshToken });
  });

  it("asks for the password that the user has", async () => {
    const { AccessToken } = await signIn();
    const given = { PreviousPassword: wrong };
    await expect(change(AccessToken, given)).rejects.toMatchObject(incorrect);
    expect(server.lastReason()?.check).toBe("previous password");
    const none = { PreviousPassword: undefined };
    await expect(change(AccessToken, none)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Missing required parameter PreviousPassword",
    });
    expect((await signIn()).AccessToken).not.toBe("");
  });

  it("gives a user without a password their first one, without asking for another", async () => {
    const { AccessToken } = await signIn();
    await changeUser(server, UserPoolId, name, { password: undefined });
    await expect(change(AccessToken)).rejects.toMatchObject(incorrect);
    await change(AccessToken, { PreviousPassword: undefined });
    expect((await signIn(other)).AccessToken).not.toBe("");
  });

  it("holds the new password against the policy", async () => {
    const { AccessToken } = await signIn();
    const given = { ProposedPassword: "lower-1234" };
    await expect(change(AccessToken, given)).rejects.toMatchObject({
      name: "InvalidPasswordException",
      message: "Password does not conform to policy: Password must have uppercase characters",
    });
    expect((await signIn()).AccessToken).not.toBe("");
  });

  it("refuses the token of a user who was disabled", async () => {
    const { AccessToken } = await signIn();
    await server.idp.send(new AdminDisableUserCommand({ UserPoolId, Username: name }));
    await expect(change(AccessToken)).rejects.toMatchObject({
      message: "Access Token has been revoked",
    });
  });
});

describe("guesses at the previous password", () => {
  it("count as failed sign-ins do, and those count here", async () => {
    const { AccessToken } = await signIn();
    const guess = () => change(AccessToken, { PreviousPassword: wrong });
    await expect(guess()).rejects.toMatchObject(incorrect);
    await expect(guess()).rejects.toMatchObject(incorrect);
    for (let count = 0; count < 3; count++) {
      await expect(signIn(wrong)).rejects.toMatchObject(incorrect);
    }
    await expect(signIn()).rejects.toMatchObject(locked);
    await expect(change(AccessToken)).rejects.toMatchObject(locked);
    server.clock.advance(1_000);
    await change(AccessToken);
  });

  it("end after five calls in an hour, whoever guesses", async () => {
    const { AccessToken } = await signIn();
    const guesses = Array.from({ length: 20 }, () =>
      change(AccessToken, { PreviousPassword: wrong }),
    );
    const results = await Promise.allSettled(guesses);
    const names = results.map((one) => (one.status === "rejected" ? one.reason.message : "done"));
    expect(names.filter((text) => text === incorrect.message)).toHaveLength(5);
    expect(names.filter((text) => text === limited.message)).toHaveLength(15);
    await expect(change(AccessToken)).rejects.toMatchObject(limited);
    expect(server.lastReason()?.received).toContain("calls of ChangePassword");
    server.clock.advance(3_590_000);
    await expect(change(AccessToken)).rejects.toMatchObject(limited);
    server.clock.advance(9_000);
    await expect(change(AccessToken)).rejects.toMatchObject(limited);
    server.clock.advance(1_000);
    await expect(change(AccessToken)).rejects.toMatchObject({
      message: "Access Token has expired",
    });
    await change((await signIn()).AccessToken);
  });

  it("lets one of two parallel changes win", async () => {
    const { AccessToken } = await signIn();
    const proposed = ["First-1234", "Second-1234"];
    const results = await Promise.allSettled(
      proposed.map((ProposedPassword) => change(AccessToken, { ProposedPassword })),
    );
    const winners = results.filter(({ status }) => status === "fulfilled");
    expect(winners).toHaveLength(1);
    const winner = results.findIndex(({ status }) => status === "fulfilled");
    expect((await signIn(proposed[winner])).AccessToken).not.toBe("");
  });
});
