import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminResetUserPasswordCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recovery } from "../../../test/fixtures/recovery.ts";
import {
  changeUser,
  newClient,
  newPool,
  newUser,
  rightPassword,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;
let people: ReturnType<typeof recovery>;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
  const { ClientId } = await newClient(server.idp, UserPoolId);
  people = recovery(server, UserPoolId, ClientId);
});
afterAll(() => server.close());

const reset = (Username: string, poolId = UserPoolId) =>
  server.idp.send(new AdminResetUserPasswordCommand({ UserPoolId: poolId, Username }));
const statusOf = async (Username: string) =>
  (await server.idp.send(new AdminGetUserCommand({ UserPoolId, Username }))).UserStatus;

it("keeps the user out until the code that was sent brings a new password", async () => {
  await people.newUser("ada");
  const { RefreshToken } = await people.signIn("ada", rightPassword);
  await reset("ada");
  expect(await statusOf("ada")).toBe("RESET_REQUIRED");
  await expect(people.signIn("ada", rightPassword)).rejects.toMatchObject({
    name: "PasswordResetRequiredException",
    message: "Password reset required for the user",
  });
  await expect(people.refresh(RefreshToken)).rejects.toMatchObject({
    message: "Refresh Token has been revoked",
  });
  await people.confirm("ada", await people.code("ada"), "Fresh-1234");
  expect(await statusOf("ada")).toBe("CONFIRMED");
  await people.signIn("ada", "Fresh-1234");
});

it("sends another code to a user who was reset before", async () => {
  await people.newUser("twice");
  await reset("twice");
  await reset("twice");
  expect(await server.pools.outbox(9, "twice@example.com")).toHaveLength(2);
  await people.confirm("twice", await people.code("twice"), "Fresh-1234");
});

it("refuses who has another status", async () => {
  const invited = { UserPoolId, Username: "invited", MessageAction: "SUPPRESS" } as const;
  await server.idp.send(new AdminCreateUserCommand(invited));
  await people.newUser("unconfirmed");
  await changeUser(server, UserPoolId, "unconfirmed", { status: "UNCONFIRMED" });
  for (const name of ["invited", "unconfirmed"]) {
    await expect(reset(name)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "User password cannot be reset in the current state.",
    });
    expect(server.lastReason()?.check).toBe("user status");
  }
});

it("refuses who could not get the code, and changes nothing", async () => {
  await newUser(server.idp, UserPoolId, "bare");
  await expect(reset("bare")).rejects.toMatchObject({
    name: "InvalidParameterException",
    message:
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
  });
  expect(await statusOf("bare")).toBe("CONFIRMED");
  await expect(reset("nobody")).rejects.toMatchObject({ name: "UserNotFoundException" });
  const RecoveryMechanisms = [{ Name: "admin_only", Priority: 1 } as const];
  const closed = await newPool(server.idp, { AccountRecoverySetting: { RecoveryMechanisms } });
  await newUser(server.idp, closed, "eve");
  await expect(reset("eve", closed)).rejects.toMatchObject({
    message: "Contact administrator to reset password.",
  });
});

it("changes nothing once too many codes were sent within the hour", async () => {
  await people.newUser("often");
  for (let count = 0; count < 10; count++) await people.forgot("often");
  await expect(reset("often")).rejects.toMatchObject({ name: "LimitExceededException" });
  expect(await statusOf("often")).toBe("CONFIRMED");
});
