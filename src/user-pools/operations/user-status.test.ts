import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeUser,
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";
import type { UserRecord } from "../domain/records.ts";

const right = "Right-1234";
const wrong = "Wrong-1234";

let server: UserPoolsServer;
let UserPoolId: string;
const clients = { open: "", hiding: "" };

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  clients.open = (await newClient(server.idp, UserPoolId)).ClientId;
  const settings = { PreventUserExistenceErrors: "ENABLED" } as const;
  clients.hiding = (await newClient(server.idp, UserPoolId, settings)).ClientId;
});
afterAll(() => server.close());

async function newUser(Username: string, change: Partial<UserRecord>) {
  const user = { UserPoolId, Username };
  await server.idp.send(new AdminCreateUserCommand(user));
  const set = { ...user, Password: right, Permanent: true };
  await server.idp.send(new AdminSetUserPasswordCommand(set));
  await changeUser(server, UserPoolId, Username, change);
}

const signIn = (USERNAME: string, PASSWORD: string, client: keyof typeof clients) =>
  server.idp.send(
    new InitiateAuthCommand({
      ClientId: clients[client],
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );

const incorrect = { name: "NotAuthorizedException", message: "Incorrect username or password." };
const unconfirmed = { name: "UserNotConfirmedException", message: "User is not confirmed." };
const reset = {
  name: "PasswordResetRequiredException",
  message: "Password reset required for the user",
};
const disabled = { name: "NotAuthorizedException", message: "User is disabled." };

describe("a sign-in is answered by the user's status, after the password", () => {
  it.each<[string, Partial<UserRecord>, object]>([
    ["unconfirmed", { status: "UNCONFIRMED" }, unconfirmed],
    ["to-reset", { status: "RESET_REQUIRED" }, reset],
    ["external", { status: "EXTERNAL_PROVIDER" }, incorrect],
    ["archived", { status: "ARCHIVED" }, incorrect],
  ])("%s", async (name, change, refusal) => {
    await newUser(name, change);
    for (const client of ["open", "hiding"] as const) {
      await expect(signIn(name, wrong, client)).rejects.toMatchObject(incorrect);
      await expect(signIn(name, right, client)).rejects.toMatchObject(refusal);
      expect(server.lastReason()?.check).toBe("user status");
    }
  });

  it("a disabled user is told so at once, or after the password to hide who exists", async () => {
    await newUser("disabled", { enabled: false });
    await expect(signIn("disabled", wrong, "open")).rejects.toMatchObject(disabled);
    await expect(signIn("disabled", wrong, "hiding")).rejects.toMatchObject(incorrect);
    await expect(signIn("disabled", right, "hiding")).rejects.toMatchObject(disabled);
  });

  it("an imported user has to reset the password, unless that would tell who exists", async () => {
    await newUser("imported", { status: "RESET_REQUIRED", password: undefined });
    await expect(signIn("imported", right, "open")).rejects.toMatchObject(reset);
    await expect(signIn("imported", right, "hiding")).rejects.toMatchObject(incorrect);
  });

  it("a user without a password is signed in by none", async () => {
    await newUser("without", { password: undefined });
    for (const client of ["open", "hiding"] as const) {
      for (const password of [right, " ", "undefined", "null"]) {
        await expect(signIn("without", password, client)).rejects.toMatchObject(incorrect);
        server.clock.advance(60_000);
      }
    }
    expect(server.lastReason()?.received).toContain("who has none");
  });
});
