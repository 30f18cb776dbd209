import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createPoolWithUser, password } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

describe("pitfall 2: a flow that nobody knows issues no tokens", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let pool: { poolId: string; clientId: string };

  beforeAll(async () => {
    server = await temporaryServer();
    pool = await createPoolWithUser(clientsOf(server.url).idp);
  });
  afterAll(() => server.close());

  const AuthParameters = { USERNAME: "ada", PASSWORD: password };

  it.each([
    ["InitiateAuth", "FREE_PASS"],
    ["InitiateAuth", "user_password_auth"],
    ["InitiateAuth", ""],
    ["InitiateAuth", "__proto__"],
    ["InitiateAuth", "CUSTOM_AUTH"],
    ["InitiateAuth", "USER_AUTH"],
    ["InitiateAuth", "USER_SRP_AUTH"],
    ["InitiateAuth", "ADMIN_USER_PASSWORD_AUTH"],
    ["AdminInitiateAuth", "USER_PASSWORD_AUTH"],
    ["AdminInitiateAuth", "constructor"],
  ])("%s with %s", async (operation, AuthFlow) => {
    const input = { UserPoolId: pool.poolId, ClientId: pool.clientId, AuthFlow, AuthParameters };
    const answer = await callCognito(server.url, operation, input);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ __type: "InvalidParameterException" });
    expect(JSON.stringify(answer.body)).not.toMatch(/Token"/);
  });

  it.each([["PASSWORD_VERIFIER"], ["SMS_MFA"], ["CUSTOM_CHALLENGE"], ["toString"]])(
    "RespondToAuthChallenge to %s, which was never asked",
    async (ChallengeName) => {
      const answer = await callCognito(server.url, "RespondToAuthChallenge", {
        ClientId: pool.clientId,
        ChallengeName,
        Session: "x".repeat(40),
        ChallengeResponses: { USERNAME: "ada", ANSWER: "1", NEW_PASSWORD: "Other-1234" },
      });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).not.toMatch(/Token"/);
    },
  );
});
