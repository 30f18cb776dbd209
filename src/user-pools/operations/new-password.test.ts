import { createHmac } from "node:crypto";
import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
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

describe("the answer to NEW_PASSWORD_REQUIRED", () => {
  const responses = (USERNAME: string) => ({ USERNAME, NEW_PASSWORD: chosen });
  const invalid = { name: "NotAuthorizedException", message: "Invalid session for the user." };

  it("needs its parameters and keeps to the password policy", async () => {
    await invite("sloppy");
    const { Session } = await start("sloppy");
    for (const [name, given] of [
      ["USERNAME", { NEW_PASSWORD: chosen }],
      ["NEW_PASSWORD", { USERNAME: "sloppy" }],
    ] as const) {
      await expect(answer(Session, given)).rejects.toMatchObject({
        name: "InvalidParameterException",
        message: `Missing required parameter ${name}`,
      });
    }
    await expect(answer(undefined, responses("sloppy"))).rejects.toMatchObject({
      message: "Missing required parameter Session",
    });
    await expect(
      answer(Session, { USERNAME: "sloppy", NEW_PASSWORD: "weak" }),
    ).rejects.toMatchObject({
      name: "InvalidPasswordException",
      message: "Password does not conform to policy: Password not long enough",
    });
    expect((await answer(Session, responses("sloppy"))).AuthenticationResult).toBeDefined();
  });

  it("counts once, and says so afterwards", async () => {
    await invite("once");
    const { Session } = await start("once");
    await answer(Session, responses("once"));
    await expect(answer(Session, responses("once"))).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid session for the user, session can only be used once.",
    });
  });

  it("counts once even when many come at the same moment", async () => {
    await invite("raced");
    const { Session } = await start("raced");
    const attempts = Array.from({ length: 12 }, () => answer(Session, responses("raced")));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      expect(result.reason.message).toMatch(/^Invalid session for the user/);
    }
  });

  it("has to come in time", async () => {
    const { ClientId: client } = await newClient(server.idp, UserPoolId, {
      AuthSessionValidity: 5,
    });
    await invite("slow");
    const { Session } = await start("slow", { client });
    server.clock.advance(5 * 60_000);
    await expect(answer(Session, responses("slow"), { client })).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid session for the user, session is expired.",
    });
  });

  it("is bound to the client, the user, the family and the temporary password", async () => {
    await invite("bound");
    await invite("other");
    const { Session } = await start("bound");
    const { ClientId: client } = await newClient(server.idp, UserPoolId);
    await expect(answer(Session, responses("bound"), { client })).rejects.toMatchObject(invalid);
    await expect(answer(Session, responses("other"))).rejects.toMatchObject(invalid);
    const admin = new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      Session,
      ChallengeResponses: responses("bound"),
    });
    await expect(server.idp.send(admin)).rejects.toMatchObject(invalid);
    await server.idp.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: "bound", Password: "Next-1234" }),
    );
    await expect(answer(Session, responses("bound"))).rejects.toMatchObject(invalid);
  });

  it("refuses sessions that were never given out", async () => {
    await invite("forged");
    const { Session = "" } = await start("forged");
    const altered = `${Session.slice(0, -4)}AAAA`;
    for (const text of [altered, "x".repeat(40), "....".repeat(10), `${Session}.`]) {
      await expect(answer(text, responses("forged"))).rejects.toMatchObject(invalid);
    }
  });

  it("does not pass for another challenge, nor a refresh token for a session", async () => {
    await invite("mixed");
    const { Session } = await start("mixed");
    const respond = (ChallengeName: "SMS_MFA" | "PASSWORD_VERIFIER") =>
      server.idp.send(
        new RespondToAuthChallengeCommand({
          ClientId,
          ChallengeName,
          Session,
          ChallengeResponses: responses("mixed"),
        }),
      );
    for (const name of ["SMS_MFA", "PASSWORD_VERIFIER"] as const) {
      await expect(respond(name)).rejects.toMatchObject({
        name: "InvalidParameterException",
        message: `ChallengeName ${name} is not supported by this server yet.`,
      });
    }
    const { AuthenticationResult } = await answer(Session, responses("mixed"));
    await invite("target");
    const asSession = answer(AuthenticationResult?.RefreshToken, responses("target"));
    await expect(asSession).rejects.toMatchObject(invalid);
  });

  it("needs the hash of a client's secret", async () => {
    const { ClientId: client, ClientSecret = "" } = await newClient(server.idp, UserPoolId, {
      GenerateSecret: true,
    });
    const hash = createHmac("sha256", ClientSecret).update(`hashed${client}`).digest("base64");
    await invite("hashed");
    const { Session } = await server.idp.send(
      new InitiateAuthCommand({
        ClientId: client,
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "hashed", PASSWORD: temporary, SECRET_HASH: hash },
      }),
    );
    const wrong: Record<string, string>[] = [{}, { SECRET_HASH: "AAAA" }];
    for (const more of wrong) {
      await expect(
        answer(Session, { ...responses("hashed"), ...more }, { client }),
      ).rejects.toMatchObject({ name: "NotAuthorizedException" });
    }
    const right = { ...responses("hashed"), SECRET_HASH: hash };
    expect((await answer(Session, right, { client })).AuthenticationResult).toBeDefined();
  });
});
