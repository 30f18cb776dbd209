import { createHmac } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type CreateUserPoolCommandInput,
  InitiateAuthCommand,
  SignUpCommand,
  type SignUpCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  attributeOf,
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const Password = "Right-1234";
const email = { Name: "email", Value: "ada@example.com" };
const phone = { Name: "phone_number", Value: "+15551231234" };

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

type Client = Parameters<typeof newClient>[2];

/** A pool and a client that signs users up. */
async function poolOf(settings: Partial<CreateUserPoolCommandInput> = {}, client: Client = {}) {
  const UserPoolId = await newPool(server.idp, settings);
  const { ClientId, ClientSecret = "" } = await newClient(server.idp, UserPoolId, client);
  const signUp = (Username: string, more: Partial<SignUpCommandInput> = {}) =>
    server.idp.send(new SignUpCommand({ ClientId, Username, Password, ...more }));
  const get = (Username: string) =>
    server.idp.send(new AdminGetUserCommand({ UserPoolId, Username }));
  return { UserPoolId, ClientId, ClientSecret, signUp, get };
}

const verifying = { AutoVerifiedAttributes: ["email", "phone_number"] } as const;

describe("SignUp", () => {
  it("makes a user who is not confirmed, and sends a code", async () => {
    const { signUp, get, UserPoolId } = await poolOf({ AutoVerifiedAttributes: ["email"] });
    const answer = await signUp("ada", { UserAttributes: [email] });
    expect(answer).toMatchObject({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CodeDeliveryDetails: {
        Destination: "a***@e***",
        DeliveryMedium: "EMAIL",
        AttributeName: "email",
      },
    });
    const user = await get("ada");
    expect(user).toMatchObject({ UserStatus: "UNCONFIRMED", Enabled: true });
    expect(attributeOf(user.UserAttributes, "sub")).toBe(answer.UserSub);
    expect(attributeOf(user.UserAttributes, "email_verified")).toBeUndefined();
    const [message] = await server.pools.outbox(1);
    expect(message).toMatchObject({ to: email.Value, medium: "EMAIL", poolId: UserPoolId });
    expect(message?.text).toMatch(/^Your verification code is \d{6}\.$/);
  });

  it("sends a text message where both addresses are to be verified", async () => {
    const { signUp } = await poolOf({
      ...verifying,
      AutoVerifiedAttributes: ["email", "phone_number"],
    });
    const both = await signUp("ada", { UserAttributes: [email, phone] });
    expect(both.CodeDeliveryDetails).toMatchObject({ Destination: "+*******1234" });
    const one = await signUp("bob", { UserAttributes: [email] });
    expect(one.CodeDeliveryDetails).toMatchObject({ DeliveryMedium: "EMAIL" });
    const none = await signUp("eve");
    expect(none.CodeDeliveryDetails).toBeUndefined();
  });

  it("sends no code in a pool that verifies nothing", async () => {
    const { signUp } = await poolOf();
    const before = (await server.pools.outbox(1))[0]?.id;
    expect((await signUp("ada", { UserAttributes: [email] })).CodeDeliveryDetails).toBeUndefined();
    expect((await server.pools.outbox(1))[0]?.id).toBe(before);
  });

  it("lets nobody sign in before they are confirmed", async () => {
    const { signUp, ClientId } = await poolOf();
    await signUp("ada");
    const signIn = (PASSWORD: string) =>
      server.idp.send(
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: "USER_PASSWORD_AUTH",
          AuthParameters: { USERNAME: "ada", PASSWORD },
        }),
      );
    await expect(signIn(Password)).rejects.toMatchObject({
      name: "UserNotConfirmedException",
      message: "User is not confirmed.",
    });
    await expect(signIn("Wrong-1234")).rejects.toMatchObject({
      message: "Incorrect username or password.",
    });
  });

  it("keeps an address as the attribute in a pool whose users sign in with it", async () => {
    const { signUp, get } = await poolOf({ UsernameAttributes: ["email"], ...autoEmail });
    const answer = await signUp("ada@example.com");
    expect(answer.CodeDeliveryDetails?.Destination).toBe("a***@e***");
    const user = await get("ada@example.com");
    expect(user.Username).toBe(answer.UserSub);
    expect(attributeOf(user.UserAttributes, "email")).toBe("ada@example.com");
  });
});

const autoEmail = { AutoVerifiedAttributes: ["email" as const] };

describe("SignUp refuses", () => {
  it.each([
    ["Short-1", "Password not long enough"],
    ["right-1234", "Password must have uppercase characters"],
    [undefined, "Password not long enough"],
  ])("the password %s", async (Password, rule) => {
    const { signUp } = await poolOf();
    await expect(signUp("ada", { Password })).rejects.toMatchObject({
      name: "InvalidPasswordException",
      message: `Password did not conform with policy: ${rule}`,
    });
    expect(server.lastReason()?.check).toBe("password policy");
  });

  it("a pool whose users are created by administrators", async () => {
    const { signUp } = await poolOf({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    await expect(signUp("ada")).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "SignUp is not permitted for this user pool",
    });
    expect(server.lastReason()?.check).toBe("sign-up");
  });

  it("a username that is taken, whoever has it", async () => {
    const { signUp, UserPoolId } = await poolOf();
    const taken = { name: "UsernameExistsException", message: "User already exists" };
    await signUp("ada");
    await expect(signUp("ada")).rejects.toMatchObject(taken);
    await server.idp.send(new AdminCreateUserCommand({ UserPoolId, Username: "bob" }));
    await expect(signUp("bob")).rejects.toMatchObject(taken);
    expect(server.lastReason()?.check).toBe("username");
  });

  it("an address that is taken, in the words for one who is confirmed or not", async () => {
    const { signUp, UserPoolId } = await poolOf({ UsernameAttributes: ["email"] });
    await signUp("ada@example.com");
    await expect(signUp("ada@example.com")).rejects.toMatchObject({
      name: "UsernameExistsException",
      message: "User already exists",
    });
    const bob = { UserPoolId, Username: "bob@example.com" };
    await server.idp.send(new AdminCreateUserCommand(bob));
    await expect(signUp("bob@example.com")).rejects.toMatchObject({
      name: "UsernameExistsException",
      message: "An account with the given email already exists.",
    });
  });

  it("attributes that the client may not write, and proofs of users by themselves", async () => {
    const { signUp } = await poolOf({}, { WriteAttributes: ["email"] });
    const locked = {
      name: "NotAuthorizedException",
      message: "A client attempted to write unauthorized attribute",
    };
    const given = [{ Name: "given_name", Value: "Ada" }];
    await expect(signUp("ada", { UserAttributes: given })).rejects.toMatchObject(locked);
    const proof = [{ Name: "email_verified", Value: "true" }];
    await expect(signUp("ada", { UserAttributes: proof })).rejects.toMatchObject(locked);
  });

  it("attributes that the schema does not know, and those that it misses", async () => {
    const Schema = ["email", "name"].map((Name) => ({ Name, Required: true }));
    const { signUp } = await poolOf({ Schema });
    const unknown = [{ Name: "custom:role", Value: "x" }];
    await expect(signUp("ada", { UserAttributes: unknown })).rejects.toMatchObject({
      name: "InvalidParameterException",
      message:
        "Attributes did not conform to the schema: " +
        "Type for attribute {custom:role} could not be determined",
    });
    await expect(signUp("ada")).rejects.toMatchObject({
      name: "InvalidParameterException",
      message:
        "Attributes did not conform to the schema: " +
        "name.formatted: The attribute name.formatted is required\n" +
        "email: The attribute is required\n",
    });
    expect(server.lastReason()?.expected).toBe("name, email");
  });

  it("usernames that do not fit the pool", async () => {
    const named = await poolOf({ UsernameAttributes: ["email"] });
    await expect(named.signUp("ada")).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Username should be an email.",
    });
    const aliased = await poolOf({ AliasAttributes: ["email", "preferred_username"] });
    await expect(aliased.signUp("ada@example.com")).rejects.toMatchObject({
      message: "Username cannot be of email format, since user pool is configured for email alias.",
    });
    const preferred = [{ Name: "preferred_username", Value: "queen" }];
    await expect(aliased.signUp("ada", { UserAttributes: preferred })).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "preferred_username cannot be set before the user is confirmed.",
    });
  });

  it("calls that do not prove the client's secret", async () => {
    const { signUp, ClientId, ClientSecret } = await poolOf({}, { GenerateSecret: true });
    await expect(signUp("ada")).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    });
    const hash = (name: string) =>
      createHmac("sha256", ClientSecret)
        .update(name + ClientId)
        .digest("base64");
    await expect(signUp("ada", { SecretHash: hash("bob") })).rejects.toMatchObject({
      message: `Unable to verify secret hash for client ${ClientId}`,
    });
    await signUp("ada", { SecretHash: hash("ada") });
  });

  it("a client that is not there", async () => {
    const input = { ClientId: "0".repeat(26), Username: "ada", Password };
    await expect(server.idp.send(new SignUpCommand(input))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });
});
