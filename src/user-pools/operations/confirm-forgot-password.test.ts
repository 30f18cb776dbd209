import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { otherCode, recovery } from "../../../test/fixtures/recovery.ts";
import {
  changeUser,
  newClient,
  newPool,
  rightPassword,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const fresh = "Fresh-1234";

let server: UserPoolsServer;
let UserPoolId: string;
let open: ReturnType<typeof recovery>;
let hiding: ReturnType<typeof recovery>;
let users = 0;
let name: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  const { ClientId } = await newClient(server.idp, UserPoolId);
  open = recovery(server, UserPoolId, ClientId);
  const settings = { PreventUserExistenceErrors: "ENABLED" } as const;
  const client = await newClient(server.idp, UserPoolId, settings);
  hiding = recovery(server, UserPoolId, client.ClientId);
});
afterAll(() => server.close());
beforeEach(async () => {
  name = `user-${++users}`;
  await open.newUser(name);
});

const status = async () => {
  const command = new AdminGetUserCommand({ UserPoolId, Username: name });
  return (await server.idp.send(command)).UserStatus;
};

const incorrect = { name: "NotAuthorizedException", message: "Incorrect username or password." };
const mismatch = {
  name: "CodeMismatchException",
  message: "Invalid verification code provided, please try again.",
};
const expired = {
  name: "ExpiredCodeException",
  message: "Invalid code provided, please request a code again.",
};

describe("ConfirmForgotPassword", () => {
  it("sets the new password, and ends the sessions from before", async () => {
    const before = await open.signIn(name, rightPassword);
    await open.forgot(name);
    await open.confirm(name, await open.code(name), fresh);
    await expect(open.signIn(name, rightPassword)).rejects.toMatchObject(incorrect);
    await expect(open.refresh(before.RefreshToken)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Refresh Token has been revoked",
    });
    const { RefreshToken } = await open.signIn(name, fresh);
    await open.refresh(RefreshToken);
  });

  it.each(["UNCONFIRMED", "RESET_REQUIRED"] as const)("confirms a user who is %s", async (from) => {
    await changeUser(server, UserPoolId, name, { status: from });
    await open.forgot(name);
    await open.confirm(name, await open.code(name), fresh);
    expect(await status()).toBe("CONFIRMED");
    await open.signIn(name, fresh);
  });

  it("takes a code once, and only the last one", async () => {
    await open.forgot(name);
    const first = await open.code(name);
    await open.forgot(name);
    const last = await open.code(name);
    if (first !== last) {
      await expect(open.confirm(name, first, fresh)).rejects.toMatchObject(mismatch);
    }
    await open.confirm(name, last, fresh);
    await expect(open.confirm(name, last, "Again-1234")).rejects.toMatchObject(expired);
    await open.signIn(name, fresh);
  });

  it("refuses wrong codes and late ones", async () => {
    await expect(open.confirm(name, "000000", fresh)).rejects.toMatchObject(expired);
    await open.forgot(name);
    const code = await open.code(name);
    await expect(open.confirm(name, otherCode(code), fresh)).rejects.toMatchObject(mismatch);
    server.clock.advance(3_600_000);
    await expect(open.confirm(name, code, fresh)).rejects.toMatchObject(expired);
    await open.signIn(name, rightPassword);
  });

  it("holds the password against the policy, and the code stays good", async () => {
    await open.forgot(name);
    const code = await open.code(name);
    await expect(open.confirm(name, code, "short")).rejects.toMatchObject({
      name: "InvalidPasswordException",
      message: "Password does not conform to policy: Password not long enough",
    });
    await open.confirm(name, code, fresh);
  });

  it("takes no code that went to an address which the user gave up", async () => {
    await open.forgot(name);
    const attributes = { email: "new@example.com", email_verified: "true" };
    await changeUser(server, UserPoolId, name, { attributes });
    await expect(open.confirm(name, await open.code(name), fresh)).rejects.toMatchObject(expired);
    expect(server.lastReason()?.received).toContain("an address that the user has no longer");
  });
});

describe("ConfirmForgotPassword for who cannot have a code", () => {
  it("says so, or hides it", async () => {
    await expect(open.confirm("nobody", "123456", fresh)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "Username/client id combination not found.",
    });
    await expect(hiding.confirm("nobody", "123456", fresh)).rejects.toMatchObject(expired);
    await hiding.forgot("nobody");
    await expect(hiding.confirm("nobody", "123456", fresh)).rejects.toMatchObject(mismatch);
  });

  it("tells a disabled user so, to hide them only after the code", async () => {
    await open.forgot(name);
    const code = await open.code(name);
    await server.idp.send(new AdminDisableUserCommand({ UserPoolId, Username: name }));
    const disabled = { name: "NotAuthorizedException", message: "User is disabled." };
    await expect(open.confirm(name, code, fresh)).rejects.toMatchObject(disabled);
    const wrong = hiding.confirm(name, otherCode(code), fresh);
    await expect(wrong).rejects.toMatchObject(mismatch);
    await expect(hiding.confirm(name, code, fresh)).rejects.toMatchObject(disabled);
  });
});
