import { createHmac } from "node:crypto";
import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
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
