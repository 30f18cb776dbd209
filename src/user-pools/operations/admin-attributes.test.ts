import {
  AdminDeleteUserAttributesCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  DescribeUserPoolCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPool,
  newUser,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp, {
    Schema: [
      { Name: "name", Required: true },
      { Name: "tier", AttributeDataType: "String" },
      { Name: "badge", AttributeDataType: "String", Mutable: false },
      { Name: "note", AttributeDataType: "String", DeveloperOnlyAttribute: true },
    ],
  });
});
afterAll(() => server.close());

type Values = Record<string, string>;

const listOf = (values: Values) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
const update = (Username: string, values: Values, pool = UserPoolId) =>
  server.idp.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: pool,
      Username,
      UserAttributes: listOf(values),
    }),
  );
const remove = (Username: string, names: string[]) =>
  server.idp.send(
    new AdminDeleteUserAttributesCommand({ UserPoolId, Username, UserAttributeNames: names }),
  );

async function valuesOf(Username: string, pool = UserPoolId): Promise<Values> {
  const { UserAttributes = [] } = await server.idp.send(
    new AdminGetUserCommand({ UserPoolId: pool, Username }),
  );
  const named = UserAttributes.map(({ Name = "", Value = "" }) => [Name, Value]);
  const { sub: _, ...values } = Object.fromEntries(named);
  return values;
}

describe("AdminUpdateUserAttributes", () => {
  it("writes any mutable attribute, and takes empty ones away", async () => {
    await newUser(server.idp, UserPoolId, "ada", listOf({ name: "Ada", "custom:badge": "1" }));
    server.clock.advance(1_000);
    const given = { email: "ada@example.com", email_verified: "true", "dev:custom:note": "x" };
    const { $metadata, ...answer } = await update("ada", { ...given, nickname: "A" });
    expect(answer).toEqual({});
    const now = { name: "Ada", "custom:badge": "1", ...given };
    expect(await valuesOf("ada")).toEqual({ ...now, nickname: "A" });
    await update("ada", { nickname: "" });
    expect(await valuesOf("ada")).toEqual(now);
    const user = await server.idp.send(new AdminGetUserCommand({ UserPoolId, Username: "ada" }));
    expect(user.UserLastModifiedDate).toEqual(new Date(server.clock.now()));
  });

  it("counts a new address as unverified, unless it says otherwise", async () => {
    const verified = { email: "bob@example.com", email_verified: "true" };
    await newUser(server.idp, UserPoolId, "bob", listOf(verified));
    await update("bob", { email: "bob@example.com" });
    expect(await valuesOf("bob")).toEqual(verified);
    await update("bob", { email: "new@example.com" });
    expect(await valuesOf("bob")).toEqual({ email: "new@example.com", email_verified: "false" });
    await update("bob", { email: "" });
    expect(await valuesOf("bob")).toEqual({});
  });

  it("lets users be found by what they have now", async () => {
    await newUser(server.idp, UserPoolId, "cleo", listOf({ email: "cleo@example.com" }));
    await update("cleo", { email: "cleopatra@example.com" });
    const found = async (email: string) => {
      const list = new ListUsersCommand({ UserPoolId, Filter: `email = "${email}"` });
      return (await server.idp.send(list)).Users?.map(({ Username }) => Username);
    };
    expect(await found("cleo@example.com")).toEqual([]);
    expect(await found("cleopatra@example.com")).toEqual(["cleo"]);
  });

  it.each<[string, Values]>([
    ["user.custom:none: Attribute does not exist in the schema.\n", { "custom:none": "x" }],
    ["user.custom:badge: Attribute cannot be updated.\n", { "custom:badge": "2" }],
    ["user.sub: Attribute cannot be updated.\n", { sub: "x" }],
    [
      "Attributes did not conform to the schema: name: The attribute is required\n",
      { name: "", nickname: "D" },
    ],
    [
      "Attributes did not conform to the schema: " +
        "birthdate: String must be at least 10 characters long",
      { birthdate: "1815" },
    ],
    ["Invalid email address format.", { email: "nobody" }],
    ["Invalid phone number format.", { phone_number: "555" }],
  ])("refuses, and changes nothing: %s", async (message, values) => {
    const name = `user-${Object.keys(values).join("-")}`;
    await newUser(server.idp, UserPoolId, name, listOf({ name: "D", "custom:badge": "1" }));
    const refusal = { name: "InvalidParameterException", message };
    await expect(update(name, values)).rejects.toMatchObject(refusal);
    expect(await valuesOf(name)).toEqual({ name: "D", "custom:badge": "1" });
  });

  it("refuses users and pools that are not there", async () => {
    await expect(update("nobody", {})).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: "User does not exist.",
    });
    await expect(update("ada", {}, "us-east-1_none")).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "User pool us-east-1_none does not exist.",
    });
  });
});

describe("AdminUpdateUserAttributes of what users sign in by", () => {
  it("gives a verified alias to one user, and frees it when it changes", async () => {
    const pool = await newPool(server.idp, {
      AliasAttributes: ["email", "preferred_username"],
      UsernameConfiguration: { CaseSensitive: false },
    });
    for (const name of ["first", "second"]) await newUser(server.idp, pool, name);
    await update("first", { email: "Shared@Example.com", email_verified: "true" }, pool);
    await update("second", { email: "shared@example.com" }, pool);
    await expect(update("second", { email_verified: "true" }, pool)).rejects.toMatchObject({
      name: "AliasExistsException",
      message: "An account with the given email already exists.",
    });
    expect(server.lastReason()).toMatchObject({ check: "sign-in names" });
    await expect(update("second", { preferred_username: "FIRST" }, pool)).rejects.toMatchObject({
      name: "AliasExistsException",
      message: "An account with the given preferred_username already exists.",
    });
    await update("first", { email: "other@example.com" }, pool);
    await update("second", { email_verified: "true" }, pool);
    expect(await valuesOf("SHARED@example.com", pool)).toMatchObject({ email_verified: "true" });
    await expect(valuesOf("other@example.com", pool)).rejects.toMatchObject({
      name: "UserNotFoundException",
    });
  });

  it("moves a user of a pool of addresses to the new one", async () => {
    const pool = await newPool(server.idp, { UsernameAttributes: ["email"] });
    for (const name of ["a@example.com", "b@example.com"]) await newUser(server.idp, pool, name);
    await expect(update("a@example.com", { email: "b@example.com" }, pool)).rejects.toMatchObject({
      name: "AliasExistsException",
      message: "An account with the given email already exists.",
    });
    await update("a@example.com", { email: "c@example.com" }, pool);
    expect(await valuesOf("c@example.com", pool)).toMatchObject({ email: "c@example.com" });
    await expect(valuesOf("a@example.com", pool)).rejects.toMatchObject({
      name: "UserNotFoundException",
    });
    const { UserPool } = await server.idp.send(new DescribeUserPoolCommand({ UserPoolId: pool }));
    expect(UserPool?.EstimatedNumberOfUsers).toBe(2);
  });
});

describe("AdminDeleteUserAttributes", () => {
  it("takes attributes away, with the verification of an address", async () => {
    const given = { name: "Eve", email: "eve@example.com", email_verified: "true", nickname: "E" };
    await newUser(server.idp, UserPoolId, "eve", listOf(given));
    await remove("eve", ["email", "nickname", "nickname", "profile"]);
    expect(await valuesOf("eve")).toEqual({ name: "Eve" });
  });

  it.each([
    ["Attributes did not conform to the schema: name: The attribute is required\n", ["name"]],
    ["user.sub: Attribute cannot be updated.\n", ["sub"]],
    ["user.custom:badge: Attribute cannot be updated.\n", ["custom:badge"]],
    ["user.none: Attribute does not exist in the schema.\n", ["none"]],
  ])("refuses: %s", async (message, names) => {
    const name = `keeper-of-${names[0]}`;
    await newUser(server.idp, UserPoolId, name, listOf({ name: "F", "custom:badge": "1" }));
    await expect(remove(name, names)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
    expect(await valuesOf(name)).toEqual({ name: "F", "custom:badge": "1" });
  });

  it("refuses a user who is not there", async () => {
    await expect(remove("nobody", ["nickname"])).rejects.toMatchObject({
      name: "UserNotFoundException",
    });
  });
});
