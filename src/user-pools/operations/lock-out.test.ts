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

const incorrect = { name: "NotAuthorizedException", message: "Incorrect username or password." };

describe("the lock after failed sign-ins", () => {
  const wrong = (USERNAME: string) => signIn({ USERNAME, PASSWORD: "Wrong-1234" });
  const right = (USERNAME: string) => signIn({ USERNAME, PASSWORD: password });
  const locked = { name: "NotAuthorizedException", message: "Password attempts exceeded" };

  it("keeps the right password out too, for a while that doubles", async () => {
    await newUser(server.idp, UserPoolId, "locked");
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
    await newUser(server.idp, UserPoolId, "forgetful");
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) {
        await expect(wrong("forgetful")).rejects.toMatchObject(incorrect);
      }
      expect((await right("forgetful")).AuthenticationResult).toBeDefined();
    }
  });

  it("lets no more guesses through when they come all at once", async () => {
    await newUser(server.idp, UserPoolId, "stormed");
    const guesses = Array.from({ length: 40 }, () => wrong("stormed"));
    const results = await Promise.allSettled([...guesses, right("stormed")]);
    const texts = results.map((result) =>
      result.status === "rejected" ? result.reason.message : "signed in",
    );
    expect(texts.filter((text) => text === incorrect.message)).toHaveLength(5);
    expect(texts.filter((text) => text === locked.message)).toHaveLength(36);
  });
});
