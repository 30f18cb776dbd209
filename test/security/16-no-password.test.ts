import {
  AdminCreateUserCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, present } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createClient } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

describe("pitfall 16: a user whose password nobody was told signs in with none", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let poolId: string;
  let clientId: string;

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    const { UserPool } = await idp.send(new CreateUserPoolCommand({ PoolName: "pool" }));
    poolId = present(UserPool?.Id);
    clientId = (await createClient(idp, poolId)).ClientId;
    const user = { UserPoolId: poolId, Username: "ghost", MessageAction: "SUPPRESS" } as const;
    await idp.send(new AdminCreateUserCommand(user));
  });
  afterAll(() => server.close());

  it.each([[""], [" "], ["undefined"], ["null"], ["Right-1234"], ["ghost"], ["0"]])(
    "not with '%s'",
    async (PASSWORD) => {
      for (const operation of ["InitiateAuth", "AdminInitiateAuth"]) {
        const AuthFlow =
          operation === "InitiateAuth" ? "USER_PASSWORD_AUTH" : "ADMIN_USER_PASSWORD_AUTH";
        const AuthParameters = { USERNAME: "ghost", PASSWORD };
        const input = { UserPoolId: poolId, ClientId: clientId, AuthFlow, AuthParameters };
        const answer = await callCognito(server.url, operation, input);
        expect(answer.status).toBe(400);
        expect(answer.body).not.toHaveProperty("Session");
      }
    },
  );

  it("not with a password that is not there", async () => {
    for (const AuthParameters of [{ USERNAME: "ghost" }, { USERNAME: "ghost", PASSWORD: null }]) {
      const input = { ClientId: clientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters };
      const answer = await callCognito(server.url, "InitiateAuth", input);
      expect(answer.status).toBe(400);
    }
  });
});
