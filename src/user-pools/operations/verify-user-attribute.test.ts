import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  type CreateUserPoolCommandInput,
  GetUserAttributeVerificationCodeCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  attributeOf,
  newClient,
  newPool,
  newUser,
  tokensOf,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

const update = (AccessToken: string, email: string) =>
  server.idp.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: [{ Name: "email", Value: email }],
    }),
  );
const ask = (AccessToken: string, AttributeName = "email") =>
  server.idp.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }));
const verify = (AccessToken: string, Code: string, AttributeName = "email") =>
  server.idp.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code }));

/** The code of the last message to an address. */
async function codeTo(address: string): Promise<string> {
  const [message] = await server.pools.outbox(1, address);
  return /[0-9]{6}/.exec(message?.text ?? "")?.[0] ?? "";
}

/** Another code than this one. */
const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

async function signedIn(email: string, settings: Partial<CreateUserPoolCommandInput> = {}) {
  const UserPoolId = await newPool(server.idp, settings);
  await newUser(server.idp, UserPoolId, "ada", [{ Name: "email", Value: email }]);
  const { ClientId } = await newClient(server.idp, UserPoolId);
  const { access } = await tokensOf(server.idp, ClientId, "ada");
  return { UserPoolId, ClientId, access };
}

async function emailOf(UserPoolId: string, Username = "ada") {
  const get = new AdminGetUserCommand({ UserPoolId, Username });
  const { UserAttributes } = await server.idp.send(get);
  const [email, isVerified] = ["email", "email_verified"].map((name) =>
    attributeOf(UserAttributes, name),
  );
  return { email, isVerified };
}

const mismatch = {
  name: "CodeMismatchException",
  message: "Invalid verification code provided, please try again.",
};
const expired = {
  name: "ExpiredCodeException",
  message: "Invalid code provided, please request a code again.",
};

describe("GetUserAttributeVerificationCode and VerifyUserAttribute", () => {
  it("verify an address by a code that went there, once", async () => {
    const { access, UserPoolId } = await signedIn("ada@one.example.com");
    const { CodeDeliveryDetails } = await ask(access);
    expect(CodeDeliveryDetails).toEqual({
      Destination: "a***@o***",
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    });
    const code = await codeTo("ada@one.example.com");
    await expect(verify(access, wrong(code))).rejects.toMatchObject(mismatch);
    const { $metadata, ...answer } = await verify(access, code);
    expect(answer).toEqual({});
    const proven = { email: "ada@one.example.com", isVerified: "true" };
    expect(await emailOf(UserPoolId)).toEqual(proven);
    await expect(verify(access, code)).rejects.toMatchObject(expired);
  });

  it("go by the last code, for 24 hours", async () => {
    const { access, UserPoolId } = await signedIn("ada@two.example.com");
    await ask(access);
    const first = await codeTo("ada@two.example.com");
    server.clock.advance(1);
    await ask(access);
    const last = await codeTo("ada@two.example.com");
    if (first !== last) await expect(verify(access, first)).rejects.toMatchObject(mismatch);
    server.clock.advance(24 * 3_600_000);
    const client = await newClient(server.idp, UserPoolId);
    const later = await tokensOf(server.idp, client.ClientId, "ada");
    await expect(verify(later.access, last)).rejects.toMatchObject(expired);
  });

  it("prove only the address that the code went to", async () => {
    const { access, UserPoolId } = await signedIn("mine@three.example.com");
    await ask(access);
    const code = await codeTo("mine@three.example.com");
    await update(access, "victim@three.example.com");
    await expect(verify(access, code)).rejects.toMatchObject(expired);
    expect(server.lastReason()?.received).toBe("one that was sent to another address");
    const unproven = { email: "victim@three.example.com", isVerified: "false" };
    expect(await emailOf(UserPoolId)).toEqual(unproven);
  });

  it("refuse attributes that cannot be verified, or have no value", async () => {
    const { access } = await signedIn("ada@four.example.com");
    const invalid = (message: string) => ({ name: "InvalidParameterException", message });
    for (const attempt of [ask(access, "name"), verify(access, "123456", "name")]) {
      await expect(attempt).rejects.toMatchObject(invalid("Attribute name cannot be verified."));
    }
    await expect(ask(access, "phone_number")).rejects.toMatchObject(
      invalid("User does not have a value for attribute phone_number."),
    );
    await expect(verify(access, "123456")).rejects.toMatchObject(expired);
  });

  it("refuse a token that is none", async () => {
    const invalid = { name: "NotAuthorizedException", message: "Invalid Access Token" };
    await expect(ask("made.up")).rejects.toMatchObject(invalid);
    await expect(verify("made.up", "123456")).rejects.toMatchObject(invalid);
  });

  it("end after 5 codes or 15 wrong ones within an hour", async () => {
    const { access } = await signedIn("ada@five.example.com");
    const exceeded = {
      name: "LimitExceededException",
      message: "Attempt limit exceeded, please try after some time.",
    };
    for (let sent = 0; sent < 5; sent++) await ask(access);
    await expect(ask(access)).rejects.toMatchObject(exceeded);
    const code = await codeTo("ada@five.example.com");
    for (let tried = 0; tried < 15; tried++) {
      await expect(verify(access, wrong(code))).rejects.toMatchObject(mismatch);
    }
    await expect(verify(access, code)).rejects.toMatchObject(exceeded);
  });

  it("refuse an alias that somebody else has, and leave the code good", async () => {
    const AliasAttributes = ["email" as const];
    const email = "shared@example.com";
    const { access, UserPoolId } = await signedIn(email, { AliasAttributes });
    await newUser(server.idp, UserPoolId, "bob", [
      { Name: "email", Value: email },
      { Name: "email_verified", Value: "true" },
    ]);
    await ask(access);
    const code = await codeTo(email);
    await expect(verify(access, code)).rejects.toMatchObject({
      name: "AliasExistsException",
      message: "An account with the given email already exists.",
    });
    expect(await emailOf(UserPoolId, email)).toMatchObject({ isVerified: "true" });
    const away = [{ Name: "email", Value: "" }];
    const update = { UserPoolId, Username: "bob", UserAttributes: away };
    await server.idp.send(new AdminUpdateUserAttributesCommand(update));
    await verify(access, code);
  });
});

describe("a pool that keeps an address until the new one is verified", () => {
  const settings: Partial<CreateUserPoolCommandInput> = {
    UsernameAttributes: ["email"],
    AutoVerifiedAttributes: ["email"],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
  };

  async function signedInBy(email: string) {
    const UserPoolId = await newPool(server.idp, settings);
    await newUser(server.idp, UserPoolId, email, [{ Name: "email_verified", Value: "true" }]);
    const { ClientId } = await newClient(server.idp, UserPoolId);
    const { access } = await tokensOf(server.idp, ClientId, email);
    return { UserPoolId, ClientId, access };
  }

  it("signs in by the old one until then, and by the new one afterwards", async () => {
    const { UserPoolId, ClientId, access } = await signedInBy("old@example.com");
    const { CodeDeliveryDetailsList } = await update(access, "fresh@example.com");
    expect(CodeDeliveryDetailsList).toMatchObject([{ Destination: "f***@e***" }]);
    const old = { email: "old@example.com", isVerified: "true" };
    expect(await emailOf(UserPoolId, "old@example.com")).toEqual(old);
    await expect(tokensOf(server.idp, ClientId, "fresh@example.com")).rejects.toMatchObject({
      name: "UserNotFoundException",
    });
    await verify(access, await codeTo("fresh@example.com"));
    const fresh = { email: "fresh@example.com", isVerified: "true" };
    expect(await emailOf(UserPoolId, "fresh@example.com")).toEqual(fresh);
    await tokensOf(server.idp, ClientId, "fresh@example.com");
  });

  it("forgets the new one when the old one is given again", async () => {
    const { UserPoolId, access } = await signedInBy("kept@example.com");
    await update(access, "regretted@example.com");
    await update(access, "kept@example.com");
    const code = await codeTo("regretted@example.com");
    await expect(verify(access, code)).rejects.toMatchObject(expired);
    expect(await emailOf(UserPoolId, "kept@example.com")).toMatchObject({ isVerified: "true" });
  });

  it("takes the word of an administrator for the new one", async () => {
    const { UserPoolId } = await signedInBy("before@example.com");
    const set = (values: Record<string, string>) =>
      server.idp.send(
        new AdminUpdateUserAttributesCommand({
          UserPoolId,
          Username: "before@example.com",
          UserAttributes: Object.entries(values).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
    await set({ email: "unproven@example.com" });
    expect((await emailOf(UserPoolId, "before@example.com")).email).toBe("before@example.com");
    await set({ email: "after@example.com", email_verified: "true" });
    const after = { email: "after@example.com", isVerified: "true" };
    expect(await emailOf(UserPoolId, "after@example.com")).toEqual(after);
  });
});
