import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  attributeOf,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

const create = async (
  Username: string,
  more: Partial<AdminCreateUserCommandInput> & { UserPoolId: string },
) => (await server.idp.send(new AdminCreateUserCommand({ Username, ...more }))).User;
const get = (Username: string, UserPoolId: string) =>
  server.idp.send(new AdminGetUserCommand({ UserPoolId, Username }));

describe("a pool whose users sign in with an address", () => {
  let pool: string;
  beforeAll(async () => {
    const CaseSensitive = false;
    pool = await newPool(server.idp, {
      UsernameAttributes: ["email", "phone_number"],
      UsernameConfiguration: { CaseSensitive },
    });
  });

  it("keeps the address as an attribute, and the sub as the username", async () => {
    const user = await create("Ada@Example.com", { UserPoolId: pool });
    expect(user?.Username).toBe(attributeOf(user?.Attributes, "sub"));
    expect(attributeOf(user?.Attributes, "email")).toBe("Ada@Example.com");
    for (const name of ["ada@example.com", user?.Username ?? ""]) {
      expect((await get(name, pool)).Username).toBe(user?.Username);
    }
  });

  it("gives each address to one user, until that user is gone", async () => {
    const bob = { UserPoolId: pool, Username: "bob@example.com" };
    await server.idp.send(new AdminCreateUserCommand(bob));
    await expect(create("BOB@example.com", { UserPoolId: pool })).rejects.toMatchObject({
      name: "UsernameExistsException",
      message: "An account with the given email already exists.",
    });
    await server.idp.send(new AdminDeleteUserCommand(bob));
    await server.idp.send(new AdminCreateUserCommand(bob));
  });

  it.each([
    ["Username should be either an email or a phone number.", "ada"],
    ["email differs from the username, which is an email here.", "eve@example.com"],
  ])("refuses: %s", async (message, name) => {
    const UserAttributes = [{ Name: "email", Value: "other@example.com" }];
    await expect(create(name, { UserPoolId: pool, UserAttributes })).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
  });
});

describe("a pool of addresses that are told apart by case", () => {
  it("is noted when it is created, and only then", async () => {
    const notes = () => server.notes.latest(100).map(({ subject }) => subject);
    const id = await newPool(server.idp, { UsernameAttributes: ["email"] });
    expect(notes()).toContain(`CreateUserPool ${id}`);
    const UsernameConfiguration = { CaseSensitive: false };
    const folded = await newPool(server.idp, {
      UsernameAttributes: ["email"],
      UsernameConfiguration,
    });
    const plain = await newPool(server.idp);
    for (const other of [folded, plain]) expect(notes()).not.toContain(`CreateUserPool ${other}`);
  });
});

describe("a pool with aliases", () => {
  let pool: string;
  beforeAll(async () => {
    pool = await newPool(server.idp, {
      AliasAttributes: ["email", "phone_number", "preferred_username"],
    });
  });

  const withEmail = (
    name: string,
    email: string,
    more: Partial<AdminCreateUserCommandInput> = {},
  ) =>
    create(name, {
      UserPoolId: pool,
      UserAttributes: [
        { Name: "email", Value: email },
        { Name: "email_verified", Value: "true" },
      ],
      ...more,
    });
  const named = (name: string, preferred: string) =>
    create(name, {
      UserPoolId: pool,
      UserAttributes: [{ Name: "preferred_username", Value: preferred }],
    });

  it("finds users by verified addresses and preferred usernames only", async () => {
    await withEmail("ada", "ada@example.com");
    expect((await get("ada@example.com", pool)).Username).toBe("ada");
    await named("bob", "bobby");
    expect((await get("bobby", pool)).Username).toBe("bob");
    const UserAttributes = [{ Name: "email", Value: "unproven@example.com" }];
    await create("eve", { UserPoolId: pool, UserAttributes });
    await expect(get("unproven@example.com", pool)).rejects.toMatchObject({
      name: "UserNotFoundException",
    });
  });

  it("gives an alias to one user, and moves it when forced to", async () => {
    await withEmail("first", "shared@example.com");
    await expect(withEmail("second", "shared@example.com")).rejects.toMatchObject({
      name: "UsernameExistsException",
      message: "An account with the given email already exists.",
    });
    await withEmail("second", "shared@example.com", { ForceAliasCreation: true });
    expect((await get("shared@example.com", pool)).Username).toBe("second");
    const first = await get("first", pool);
    expect(attributeOf(first.UserAttributes, "email_verified")).toBe("false");
  });

  it("lets nobody take a name by which somebody else signs in", async () => {
    await create("owner", { UserPoolId: pool });
    await expect(named("thief", "owner")).rejects.toMatchObject({
      name: "UsernameExistsException",
      message: "An account with the given preferred_username already exists.",
    });
    await named("artist", "stage-name");
    await expect(create("stage-name", { UserPoolId: pool })).rejects.toMatchObject({
      name: "UsernameExistsException",
    });
    expect((await named("same", "same"))?.Username).toBe("same");
  });

  it.each([
    [
      "Username cannot be of email format, since user pool is configured for email alias.",
      "ada@example.com",
    ],
    [
      "Username cannot be of phone number format, " +
        "since user pool is configured for phone_number alias.",
      "+15550100",
    ],
  ])("refuses: %s", async (message, name) => {
    await expect(create(name, { UserPoolId: pool })).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
  });
});
