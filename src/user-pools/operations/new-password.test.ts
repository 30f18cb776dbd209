import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const temporary = "Temp-1234";
const chosen = "Right-1234";

let server: UserPoolsServer;
let UserPoolId: string;
let ClientId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  ({ ClientId } = await newClient(server.idp, UserPoolId));
});
afterAll(() => server.close());

interface Place {
  pool?: string;
  client?: string;
}

const invite = (Username: string, more: Partial<AdminCreateUserCommandInput> = {}) =>
  server.idp.send(
    new AdminCreateUserCommand({ UserPoolId, Username, TemporaryPassword: temporary, ...more }),
  );
const start = (USERNAME: string, { client = ClientId }: Place = {}, PASSWORD = temporary) =>
  server.idp.send(
    new InitiateAuthCommand({
      ClientId: client,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );
const answer = (
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
  { client = ClientId }: Place = {},
) =>
  server.idp.send(
    new RespondToAuthChallengeCommand({
      ClientId: client,
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      Session,
      ChallengeResponses,
    }),
  );

describe("a sign-in with a temporary password", () => {
  it("asks for a new one, which then signs in", async () => {
    await invite("ada", { UserAttributes: [{ Name: "email", Value: "ada@example.com" }] });
    const challenge = await start("ada");
    expect(challenge).toMatchObject({
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      ChallengeParameters: {
        USER_ID_FOR_SRP: "ada",
        requiredAttributes: "[]",
        userAttributes: '{"email":"ada@example.com"}',
      },
    });
    expect(challenge.AuthenticationResult).toBeUndefined();
    const done = await answer(challenge.Session, { USERNAME: "ada", NEW_PASSWORD: chosen });
    expect(done.ChallengeParameters).toEqual({});
    expect(done.AuthenticationResult?.IdToken).toBeDefined();
    const user = await server.idp.send(new AdminGetUserCommand({ UserPoolId, Username: "ada" }));
    expect(user.UserStatus).toBe("CONFIRMED");
    expect((await start("ada", {}, chosen)).AuthenticationResult?.IdToken).toBeDefined();
    await expect(start("ada")).rejects.toMatchObject({ name: "NotAuthorizedException" });
  });

  it("leaves a note of what to do next", async () => {
    await invite("noted");
    const { $metadata } = await start("noted");
    const note = server.notes.find($metadata.requestId ?? "");
    expect(note?.outcome).toEqual({ status: 200, text: "NEW_PASSWORD_REQUIRED" });
    expect(note?.steps[0]?.detail).toContain("gatepool token");
    expect(JSON.stringify(note)).not.toContain(temporary);
  });

  it("goes through the operations for servers as well", async () => {
    await invite("served");
    const challenge = await server.idp.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "served", PASSWORD: temporary },
      }),
    );
    const done = await server.idp.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: "served", NEW_PASSWORD: chosen },
      }),
    );
    expect(done.AuthenticationResult?.RefreshToken).toBeDefined();
  });

  it("is too late after TemporaryPasswordValidityDays, until a RESEND", async () => {
    await invite("late");
    server.clock.advance(7 * 86_400_000 - 1);
    expect((await start("late")).ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
    const until = new Date(server.clock.now() + 1).toISOString();
    server.clock.advance(1);
    await expect(start("late")).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Temporary password has expired and must be reset by an administrator.",
    });
    expect(server.lastReason()?.expected).toContain(until);
    await invite("late", { MessageAction: "RESEND" });
    expect((await start("late")).ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
  });

  it("asks for required attributes, and takes those that the client may write", async () => {
    const pool = await newPool(server.idp, {
      Schema: [
        { Name: "name", Required: true },
        { Name: "email", Required: true },
      ],
    });
    const { ClientId: client } = await newClient(server.idp, pool, {
      WriteAttributes: ["name", "email"],
    });
    await invite("ada", {
      UserPoolId: pool,
      UserAttributes: [{ Name: "email", Value: "ada@example.com" }],
    });
    const { Session, ChallengeParameters } = await start("ada", { client });
    expect(ChallengeParameters?.requiredAttributes).toBe('["userAttributes.name"]');
    const responses = { USERNAME: "ada", NEW_PASSWORD: chosen };
    const place = { pool, client };
    const attempt = (more: Record<string, string>) =>
      answer(Session, { ...responses, ...more }, place);
    await expect(attempt({})).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Invalid user attributes: name: The attribute is required\n",
    });
    await expect(attempt({ "userAttributes.email": "b@example.com" })).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Cannot modify an already provided email",
    });
    expect(server.lastReason()?.change).toBe("Leave out userAttributes.email.");
    for (const name of ["nickname", "email_verified", "custom:none"]) {
      await expect(attempt({ [`userAttributes.${name}`]: "true" })).rejects.toMatchObject({
        name: "NotAuthorizedException",
        message: "A client attempted to write unauthorized attribute",
      });
    }
    await expect(attempt({ "userAttributes.sub": "x" })).rejects.toMatchObject({
      message: "Cannot modify an already provided sub",
    });
    const done = await attempt({ "userAttributes.name": "Ada" });
    expect(done.AuthenticationResult).toBeDefined();
    const got = await server.idp.send(
      new AdminGetUserCommand({ UserPoolId: pool, Username: "ada" }),
    );
    expect(got.UserAttributes).toContainEqual({ Name: "name", Value: "Ada" });
  });
});
