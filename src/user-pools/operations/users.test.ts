import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  DescribeUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  attributeOf,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp, {
    Schema: [{ Name: "tier", AttributeDataType: "String" }],
  });
});
afterAll(() => server.close());

const create = async (Username: string, more: Partial<AdminCreateUserCommandInput> = {}) =>
  (await server.idp.send(new AdminCreateUserCommand({ UserPoolId, Username, ...more }))).User;
const get = (Username: string, pool = UserPoolId) =>
  server.idp.send(new AdminGetUserCommand({ UserPoolId: pool, Username }));

describe("AdminCreateUser", () => {
  it("answers the user, who has to change the password", async () => {
    const user = await create("ada", {
      UserAttributes: [
        { Name: "email", Value: "ada@example.com" },
        { Name: "email_verified", Value: "true" },
        { Name: "custom:tier", Value: "gold" },
      ],
    });
    const sub = attributeOf(user?.Attributes, "sub");
    expect(sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-70[0-9a-f]{2}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    const described = {
      Username: "ada",
      UserCreateDate: new Date(server.clock.now()),
      UserLastModifiedDate: new Date(server.clock.now()),
      Enabled: true,
      UserStatus: "FORCE_CHANGE_PASSWORD",
    };
    const attributes = [
      { Name: "sub", Value: sub },
      { Name: "email", Value: "ada@example.com" },
      { Name: "email_verified", Value: "true" },
      { Name: "custom:tier", Value: "gold" },
    ];
    expect(user).toEqual({ ...described, Attributes: attributes });
    const { $metadata, ...profile } = await get("ada");
    expect($metadata.httpStatusCode).toBe(200);
    expect(profile).toEqual({ ...described, UserAttributes: attributes });
  });

  it("needs neither an address nor a password nor a way to send messages", async () => {
    expect((await create("bare"))?.UserStatus).toBe("FORCE_CHANGE_PASSWORD");
  });

  it("refuses a username that is taken, and counts who is there", async () => {
    const pool = await newPool(server.idp);
    const users = ["ada", "bob", "cleo"];
    for (const name of users) await create(name, { UserPoolId: pool });
    await expect(create("ada", { UserPoolId: pool })).rejects.toMatchObject({
      name: "UsernameExistsException",
      message: "User account already exists",
    });
    await server.idp.send(new AdminDeleteUserCommand({ UserPoolId: pool, Username: "bob" }));
    const { UserPool } = await server.idp.send(new DescribeUserPoolCommand({ UserPoolId: pool }));
    expect(UserPool?.EstimatedNumberOfUsers).toBe(2);
  });

  it("lets one of many that come at once have the username", async () => {
    const attempts = Array.from({ length: 12 }, () => create("wanted"));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("tells usernames apart by case unless the pool says otherwise", async () => {
    await create("Grace");
    await create("grace");
    const CaseSensitive = false;
    const pool = await newPool(server.idp, { UsernameConfiguration: { CaseSensitive } });
    await create("Grace", { UserPoolId: pool });
    await expect(create("grace", { UserPoolId: pool })).rejects.toMatchObject({
      name: "UsernameExistsException",
    });
    expect((await get("GRACE", pool)).Username).toBe("Grace");
  });

  it.each([
    [
      "InvalidPasswordException",
      "Password did not conform with password policy: Password not long enough",
      { TemporaryPassword: "Aa1!" },
    ],
    [
      "InvalidParameterException",
      "Attributes did not conform to the schema: " +
        "Type for attribute {custom:role} could not be determined",
      { UserAttributes: [{ Name: "custom:role", Value: "x" }] },
    ],
    [
      "InvalidParameterException",
      "Invalid email address format.",
      { UserAttributes: [{ Name: "email", Value: "x" }] },
    ],
    [
      "ResourceNotFoundException",
      "User pool us-east-1_none does not exist.",
      { UserPoolId: "us-east-1_none" },
    ],
  ])("refuses: %s %s", async (name, message, more) => {
    await expect(create("refused", more)).rejects.toMatchObject({ name, message });
    await expect(get("refused")).rejects.toMatchObject({ name: "UserNotFoundException" });
  });

  it("refuses a username that is somebody's sub", async () => {
    const sub = attributeOf((await create("victim"))?.Attributes, "sub") ?? "";
    await expect(create(sub)).rejects.toMatchObject({ name: "UsernameExistsException" });
    expect((await get(sub)).Username).toBe("victim");
  });
});

describe("AdminCreateUser with RESEND", () => {
  const resend = (Username: string) => create(Username, { MessageAction: "RESEND" });

  it("renews the temporary password of a user who did not use it", async () => {
    await create("invited", { TemporaryPassword: "Temp-1234" });
    expect((await resend("invited"))?.UserStatus).toBe("FORCE_CHANGE_PASSWORD");
  });

  it("is refused for users who are not there, or past that", async () => {
    await expect(resend("nobody")).rejects.toMatchObject({ name: "UserNotFoundException" });
    await create("settled");
    await server.idp.send(
      new AdminSetUserPasswordCommand({
        UserPoolId,
        Username: "settled",
        Password: "Right-1234",
        Permanent: true,
      }),
    );
    await expect(resend("settled")).rejects.toMatchObject({
      name: "UnsupportedUserStateException",
    });
  });
});

describe("AdminSetUserPassword", () => {
  const set = (Username: string, Password: string, Permanent?: boolean) =>
    server.idp.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent }));

  it("confirms the user, or asks for a change at the next sign-in", async () => {
    await create("linus");
    await set("linus", "Right-1234", true);
    expect((await get("linus")).UserStatus).toBe("CONFIRMED");
    await set("linus", "Other-1234");
    expect((await get("linus")).UserStatus).toBe("FORCE_CHANGE_PASSWORD");
  });

  it("keeps nothing by which the password could be known", async () => {
    await create("secretive");
    await set("secretive", "Right-1234", true);
    const collection = { name: "user-pools/users", key: () => [] };
    const kept = await server.records.get(collection, [UserPoolId, "secretive"]);
    expect(JSON.stringify(kept)).toContain("sealedVerifier");
    expect(JSON.stringify(kept)).not.toContain("Right-1234");
  });

  it("refuses a password that breaks the policy, and an unknown user", async () => {
    await create("weak");
    await expect(set("weak", "weakling", true)).rejects.toMatchObject({
      name: "InvalidPasswordException",
      message: "Password did not conform with policy: Password must have uppercase characters",
    });
    await expect(set("nobody", "Right-1234", true)).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
  });
});

describe("AdminDeleteUser", () => {
  it("deletes the user, whose name is free again, under another sub", async () => {
    const before = await create("gone");
    await server.idp.send(new AdminDeleteUserCommand({ UserPoolId, Username: "gone" }));
    await expect(get("gone")).rejects.toMatchObject({ name: "UserNotFoundException" });
    await expect(
      server.idp.send(new AdminDeleteUserCommand({ UserPoolId, Username: "gone" })),
    ).rejects.toMatchObject({ name: "UserNotFoundException", message: "User does not exist." });
    const after = await create("gone");
    expect(attributeOf(after?.Attributes, "sub")).not.toBe(attributeOf(before?.Attributes, "sub"));
  });
});

describe("AdminGetUser", () => {
  it("finds users of other pools under no name", async () => {
    const other = await newPool(server.idp);
    await create("elsewhere", { UserPoolId: other });
    await expect(get("elsewhere")).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
  });
});
