import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../test/fixtures/hello-stack.ts";
import { recovery } from "../../../test/fixtures/recovery.ts";
import {
  changeUser,
  newClient,
  newPool,
  newUser,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";
import { secretHash } from "../domain/secret-hash.ts";

let server: UserPoolsServer;
let UserPoolId: string;
let open: ReturnType<typeof recovery>;
let hiding: ReturnType<typeof recovery>;

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

const limited = {
  name: "LimitExceededException",
  message: "Attempt limit exceeded, please try after some time.",
};

describe("ForgotPassword", () => {
  it("sends a code, and tells where to", async () => {
    await open.newUser("ada");
    expect(await open.forgot("ada")).toEqual({
      Destination: "a***@e***",
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    });
    const messages = await server.pools.outbox(9, "ada@example.com");
    expect(messages).toMatchObject([
      { purpose: "reset-password", subject: "Your verification code", username: "ada" },
    ]);
    expect(await open.code("ada")).toMatch(/^\d{6}$/);
  });

  it("prefers a verified phone, unless the pool says otherwise", async () => {
    await open.newUser("both");
    const phone = { phone_number: "+15550001234", phone_number_verified: "true" };
    const email = { email: "both@example.com", email_verified: "true" };
    await changeUser(server, UserPoolId, "both", { attributes: { ...email, ...phone } });
    expect(await open.forgot("both")).toEqual({
      Destination: "+*******1234",
      DeliveryMedium: "SMS",
      AttributeName: "phone_number",
    });
  });

  it("sends nothing where the administrator alone resets passwords, whoever asks", async () => {
    const RecoveryMechanisms = [{ Name: "admin_only", Priority: 1 } as const];
    const closed = await newPool(server.idp, { AccountRecoverySetting: { RecoveryMechanisms } });
    const { ClientId } = await newClient(server.idp, closed);
    const there = recovery(server, closed, ClientId);
    await there.newUser("eve");
    for (const name of ["eve", "nobody"]) {
      await expect(there.forgot(name)).rejects.toMatchObject({
        name: "NotAuthorizedException",
        message: "Contact administrator to reset password.",
      });
    }
    expect(server.lastReason()?.received).toContain("admin_only");
  });

  it("sends ten codes in an hour, no more", async () => {
    await open.newUser("eager");
    for (let count = 0; count < 10; count++) await open.forgot("eager");
    await expect(open.forgot("eager")).rejects.toMatchObject(limited);
    expect(await server.pools.outbox(20, "eager@example.com")).toHaveLength(10);
    server.clock.advance(3_600_000);
    await open.forgot("eager");
  });

  it("asks for the hash of a client that has a secret", async () => {
    const client = await newClient(server.idp, UserPoolId, { GenerateSecret: true });
    const { ClientId: id } = client;
    const guarded = recovery(server, UserPoolId, id);
    await open.newUser("guarded");
    await expect(guarded.forgot("guarded")).rejects.toMatchObject({
      message: `Client ${id} is configured with secret but SECRET_HASH was not received`,
    });
    const hash = (secret: string) => secretHash(secret, "guarded", id);
    await expect(guarded.forgot("guarded", { SecretHash: hash("x") })).rejects.toMatchObject({
      message: `Unable to verify secret hash for client ${id}`,
    });
    const right = { SecretHash: hash(present(client.ClientSecret)) };
    expect(await guarded.forgot("guarded", right)).toMatchObject({ AttributeName: "email" });
  });
});

describe("ForgotPassword for who cannot have a code", () => {
  beforeAll(async () => {
    await newUser(server.idp, UserPoolId, "bare", [{ Name: "email", Value: "b@example.com" }]);
    const invited = { UserPoolId, Username: "invited", MessageAction: "SUPPRESS" } as const;
    await server.idp.send(new AdminCreateUserCommand(invited));
    await open.newUser("disabled");
    await server.idp.send(new AdminDisableUserCommand({ UserPoolId, Username: "disabled" }));
  });

  it.each([
    ["nobody", "UserNotFoundException", "Username/client id combination not found."],
    ["disabled", "NotAuthorizedException", "User is disabled."],
    ["invited", "NotAuthorizedException", "User password cannot be reset in the current state."],
    [
      "bare",
      "InvalidParameterException",
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
    ],
  ])("refuses %s, or hides it", async (username, name, message) => {
    await expect(open.forgot(username)).rejects.toMatchObject({ name, message });
    const reason = present(server.lastReason());
    const before = await server.pools.outbox(100);
    expect(await hiding.forgot(username)).toEqual({
      Destination: expect.stringMatching(/^[a-z]\*\*\*@[a-z]\*\*\*$/),
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    });
    expect(await server.pools.outbox(100)).toEqual(before);
    const note = server.notes.latest(1)[0];
    expect(note?.outcome.text).toBe("no code was sent");
    expect(note?.steps[0]?.detail).toContain(reason.change);
  });

  it("limits pretended codes as it limits others", async () => {
    for (let count = 0; count < 10; count++) await hiding.forgot("no-one");
    await expect(hiding.forgot("no-one")).rejects.toMatchObject(limited);
  });
});
