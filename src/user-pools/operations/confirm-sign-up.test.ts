import {
  AdminConfirmSignUpCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  ConfirmSignUpCommand,
  type ConfirmSignUpCommandInput,
  type CreateUserPoolCommandInput,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../test/fixtures/hello-stack.ts";
import {
  attributeOf,
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const Password = "Right-1234";
const hourMs = 3_600_000;

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

type Client = Parameters<typeof newClient>[2];

async function poolOf(settings: Partial<CreateUserPoolCommandInput> = {}, client: Client = {}) {
  const verifying = { AutoVerifiedAttributes: ["email" as const], ...settings };
  const UserPoolId = await newPool(server.idp, verifying);
  const { ClientId } = await newClient(server.idp, UserPoolId, client);

  /** Signs up with an e-mail address; answers the code that went there. */
  async function signUp(Username: string, Value = `${Username}@example.com`): Promise<string> {
    const UserAttributes = settings.UsernameAttributes ? [] : [{ Name: "email", Value }];
    await server.idp.send(new SignUpCommand({ ClientId, Username, Password, UserAttributes }));
    return lastCode();
  }
  const confirm = (
    Username: string,
    ConfirmationCode: string,
    more: Partial<ConfirmSignUpCommandInput> = {},
  ) => server.idp.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode, ...more }));
  const resend = async (Username: string) => {
    const input = { ClientId, Username };
    return (await server.idp.send(new ResendConfirmationCodeCommand(input))).CodeDeliveryDetails;
  };
  const get = (Username: string) =>
    server.idp.send(new AdminGetUserCommand({ UserPoolId, Username }));
  return { UserPoolId, ClientId, signUp, confirm, resend, get };
}

async function lastCode(): Promise<string> {
  const [message] = await server.pools.outbox(1);
  return present(/\d{6}/.exec(message?.text ?? "")?.[0]);
}

const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");
const mismatch = {
  name: "CodeMismatchException",
  message: "Invalid verification code provided, please try again.",
};
const expired = {
  name: "ExpiredCodeException",
  message: "Invalid code provided, please request a code again.",
};
const alreadyConfirmed = {
  name: "NotAuthorizedException",
  message: "User cannot be confirmed. Current status is CONFIRMED",
};
const limited = {
  name: "LimitExceededException",
  message: "Attempt limit exceeded, please try after some time.",
};

describe("ConfirmSignUp", () => {
  it("confirms the user, verifies the address, and lets the user sign in", async () => {
    const { signUp, confirm, get, ClientId } = await poolOf();
    const code = await signUp("ada");
    await confirm("ada", code);
    const user = await get("ada");
    expect(user.UserStatus).toBe("CONFIRMED");
    expect(attributeOf(user.UserAttributes, "email_verified")).toBe("true");
    const { AuthenticationResult } = await server.idp.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "ada", PASSWORD: Password },
      }),
    );
    expect(AuthenticationResult?.IdToken).toBeDefined();
    await expect(confirm("ada", code)).rejects.toMatchObject(alreadyConfirmed);
    expect(server.lastReason()?.check).toBe("user status");
  });

  it("refuses a wrong code, a late one, and one that was replaced", async () => {
    const { signUp, confirm, resend, get } = await poolOf();
    const first = await signUp("ada");
    await expect(confirm("ada", wrongFor(first))).rejects.toMatchObject(mismatch);
    server.clock.advance(24 * hourMs);
    await expect(confirm("ada", first)).rejects.toMatchObject(expired);
    expect(await resend("ada")).toMatchObject({ Destination: "a***@e***" });
    const second = await lastCode();
    if (first !== second) await expect(confirm("ada", first)).rejects.toMatchObject(mismatch);
    await confirm("ada", second);
    expect((await get("ada")).UserStatus).toBe("CONFIRMED");
  });

  it("looks at 15 wrong codes an hour", async () => {
    const { signUp, confirm } = await poolOf();
    const code = await signUp("ada");
    for (let count = 0; count < 15; count++) {
      await expect(confirm("ada", wrongFor(code))).rejects.toMatchObject(mismatch);
    }
    await expect(confirm("ada", code)).rejects.toMatchObject(limited);
    server.clock.advance(hourMs);
    await confirm("ada", code);
  });

  it("refuses a code that went to an address which the user has no longer", async () => {
    const { signUp, confirm, UserPoolId, get } = await poolOf();
    const code = await signUp("ada");
    const UserAttributes = [{ Name: "email", Value: "other@example.com" }];
    const change = { UserPoolId, Username: "ada", UserAttributes };
    await server.idp.send(new AdminUpdateUserAttributesCommand(change));
    await expect(confirm("ada", code)).rejects.toMatchObject(expired);
    expect(attributeOf((await get("ada")).UserAttributes, "email_verified")).not.toBe("true");
  });

  it("refuses users who are disabled, and nobody", async () => {
    const { signUp, confirm, UserPoolId } = await poolOf();
    const code = await signUp("ada");
    await server.idp.send(new AdminDisableUserCommand({ UserPoolId, Username: "ada" }));
    await expect(confirm("ada", code)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "User is disabled.",
    });
    await expect(confirm("nobody", code)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "Username/client id combination not found.",
    });
    await expect(confirm("ada", code, { Session: "s".repeat(20) })).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Session is not supported by this server yet.",
    });
  });

  it("confirms by the address in a pool whose users sign in with it", async () => {
    const { signUp, confirm, get } = await poolOf({ UsernameAttributes: ["email"] });
    await confirm("ada@example.com", await signUp("ada@example.com"));
    expect((await get("ada@example.com")).UserStatus).toBe("CONFIRMED");
  });

  it("gives an alias to one user, and moves it only when told to", async () => {
    const { signUp, confirm, get } = await poolOf({ AliasAttributes: ["email"] });
    const address = "shared@example.com";
    const [first, second] = [await signUp("ada", address), await signUp("bob", address)];
    await confirm("ada", first);
    await expect(confirm("bob", second)).rejects.toMatchObject({
      name: "AliasExistsException",
      message: "An account with the given email already exists.",
    });
    expect((await get(address)).Username).toBe("ada");
    expect((await get("bob")).UserStatus).toBe("UNCONFIRMED");
    await confirm("bob", second, { ForceAliasCreation: true });
    expect((await get(address)).Username).toBe("bob");
    expect(attributeOf((await get("ada")).UserAttributes, "email_verified")).toBe("false");
  });
});

describe("AdminConfirmSignUp", () => {
  it("confirms without a code, and verifies nothing", async () => {
    const { signUp, get, confirm, UserPoolId } = await poolOf();
    const code = await signUp("ada");
    const user = { UserPoolId, Username: "ada" };
    await server.idp.send(new AdminConfirmSignUpCommand(user));
    expect((await get("ada")).UserStatus).toBe("CONFIRMED");
    expect(attributeOf((await get("ada")).UserAttributes, "email_verified")).toBeUndefined();
    const again = server.idp.send(new AdminConfirmSignUpCommand(user));
    await expect(again).rejects.toMatchObject(alreadyConfirmed);
    await expect(confirm("ada", code)).rejects.toMatchObject(alreadyConfirmed);
    const nobody = { UserPoolId, Username: "nobody" };
    await expect(server.idp.send(new AdminConfirmSignUpCommand(nobody))).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
  });
});

describe("ResendConfirmationCode", () => {
  it("sends five codes an hour", async () => {
    const { signUp, resend } = await poolOf();
    await signUp("ada");
    for (let count = 0; count < 5; count++) await resend("ada");
    await expect(resend("ada")).rejects.toMatchObject(limited);
    server.clock.advance(hourMs);
    await resend("ada");
  });

  it("refuses users who are confirmed, disabled, without an address, or nobody", async () => {
    const { signUp, confirm, resend, ClientId, UserPoolId } = await poolOf();
    await confirm("ada", await signUp("ada"));
    await expect(resend("ada")).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "User is already confirmed.",
    });
    await signUp("bob");
    await server.idp.send(new AdminDisableUserCommand({ UserPoolId, Username: "bob" }));
    await expect(resend("bob")).rejects.toMatchObject({ message: "User is disabled." });
    await server.idp.send(new SignUpCommand({ ClientId, Username: "eve", Password }));
    await expect(resend("eve")).rejects.toMatchObject({ name: "InvalidParameterException" });
    expect(server.lastReason()?.check).toBe("address");
    await expect(resend("nobody")).rejects.toMatchObject({ name: "UserNotFoundException" });
  });

  it("refuses pools that verify nothing", async () => {
    const { signUp, resend } = await poolOf({ AutoVerifiedAttributes: [] });
    await signUp("ada").catch(() => {});
    await expect(resend("ada")).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Auto verification not turned on.",
    });
  });
});

describe("a client that hides who exists", () => {
  const hiding = { PreventUserExistenceErrors: "ENABLED" } as const;

  it("pretends to send codes to nobody, and to users who get none", async () => {
    const { signUp, confirm, resend } = await poolOf({}, hiding);
    await confirm("ada", await signUp("ada"));
    const before = (await server.pools.outbox(1))[0]?.id;
    for (const name of ["ada", "nobody"]) {
      await expect(confirm(name, "123456")).rejects.toMatchObject(expired);
      expect(await resend(name)).toEqual({
        Destination: expect.stringMatching(/^[a-z]\*\*\*@[a-z]\*\*\*$/),
        DeliveryMedium: "EMAIL",
        AttributeName: "email",
      });
      expect(await resend(name)).toEqual(await resend(name));
      await expect(confirm(name, "123456")).rejects.toMatchObject(mismatch);
    }
    expect((await server.pools.outbox(1))[0]?.id).toBe(before);
    const note = server.notes.latest(1)[0];
    expect(note?.outcome.text).toBe("no code was sent");
  });

  it("tells whoever has the code what stands in its way", async () => {
    const { signUp, confirm, UserPoolId } = await poolOf({}, hiding);
    const code = await signUp("ada");
    await server.idp.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: "ada" }));
    await expect(confirm("ada", wrongFor(code))).rejects.toMatchObject(mismatch);
    await expect(confirm("ada", code)).rejects.toMatchObject(alreadyConfirmed);
  });
});
