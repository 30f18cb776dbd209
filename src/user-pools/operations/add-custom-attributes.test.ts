import {
  AddCustomAttributesCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  DescribeUserPoolCommand,
  ListUsersCommand,
  type SchemaAttributeType,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
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
let UserPoolId: string;

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp);
});
afterAll(() => server.close());

const add = (CustomAttributes: SchemaAttributeType[], pool = UserPoolId) =>
  server.idp.send(new AddCustomAttributesCommand({ UserPoolId: pool, CustomAttributes }));

async function schemaOf(pool: string): Promise<SchemaAttributeType[]> {
  const { UserPool } = await server.idp.send(new DescribeUserPoolCommand({ UserPoolId: pool }));
  return UserPool?.SchemaAttributes ?? [];
}

/** So many attributes of their own names. */
const some = (count: number, prefix: string): SchemaAttributeType[] =>
  Array.from({ length: count }, (_, at) => ({
    Name: `${prefix}${at}`,
    AttributeDataType: "String",
  }));

describe("AddCustomAttributes", () => {
  it("adds attributes that users can have from now on", async () => {
    const pool = await newPool(server.idp);
    await newUser(server.idp, pool, "ada");
    const { $metadata, ...answer } = await add(
      [
        { Name: "tier", AttributeDataType: "String" },
        { Name: "badge", AttributeDataType: "Number", Mutable: false },
        { Name: "note", AttributeDataType: "String", DeveloperOnlyAttribute: true },
      ],
      pool,
    );
    expect(answer).toEqual({});
    expect((await schemaOf(pool)).slice(20)).toEqual([
      {
        Name: "custom:tier",
        AttributeDataType: "String",
        DeveloperOnlyAttribute: false,
        Mutable: true,
        Required: false,
        StringAttributeConstraints: {},
      },
      {
        Name: "custom:badge",
        AttributeDataType: "Number",
        DeveloperOnlyAttribute: false,
        Mutable: false,
        Required: false,
        NumberAttributeConstraints: {},
      },
      {
        Name: "dev:custom:note",
        AttributeDataType: "String",
        DeveloperOnlyAttribute: true,
        Mutable: true,
        Required: false,
        StringAttributeConstraints: {},
      },
    ]);
    const UserAttributes = [
      { Name: "custom:tier", Value: "gold" },
      { Name: "dev:custom:note", Value: "x" },
    ];
    const update = { UserPoolId: pool, Username: "ada", UserAttributes };
    await server.idp.send(new AdminUpdateUserAttributesCommand(update));
    const get = new AdminGetUserCommand({ UserPoolId: pool, Username: "ada" });
    const user = await server.idp.send(get);
    expect(attributeOf(user.UserAttributes, "dev:custom:note")).toBe("x");
    const { ClientId } = await newClient(server.idp, pool);
    const claims = decodeJwt((await tokensOf(server.idp, ClientId, "ada")).id);
    expect(claims).toMatchObject({ "custom:tier": "gold" });
    expect(claims).not.toHaveProperty("dev:custom:note");
  });

  it("makes no attribute that users can be searched by", async () => {
    const pool = await newPool(server.idp);
    await add(some(1, "tier"), pool);
    const list = new ListUsersCommand({ UserPoolId: pool, Filter: 'custom:tier0 = "gold"' });
    await expect(server.idp.send(list)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Invalid search attribute: custom:tier0",
    });
  });

  it("adds what several callers add at once", async () => {
    const pool = await newPool(server.idp);
    await Promise.all(["a", "b", "c", "d"].map((prefix) => add(some(3, prefix), pool)));
    expect(await schemaOf(pool)).toHaveLength(32);
  });

  it("takes 25 at a time, and 50 in all", async () => {
    const pool = await newPool(server.idp, { Schema: some(1, "first") });
    await expect(add(some(26, "a"), pool)).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
    await expect(add([], pool)).rejects.toMatchObject({ name: "InvalidParameterException" });
    await add(some(25, "a"), pool);
    await add(some(24, "b"), pool);
    await expect(add(some(1, "c"), pool)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "A user pool can have 50 custom attributes at most.",
    });
    expect(server.lastReason()?.received).toBe("51 with those that are there");
    expect(await schemaOf(pool)).toHaveLength(70);
  });

  it.each<[string, SchemaAttributeType]>([
    [
      "custom:taken: Existing attribute already has name custom:taken.",
      { Name: "taken", AttributeDataType: "Number" },
    ],
    [
      "Required custom attributes are not supported currently.",
      { Name: "x", AttributeDataType: "String", Required: true },
    ],
    [
      "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.",
      { Name: "x" },
    ],
    [
      "user.custom:x: Max length cannot be less than min length.",
      {
        Name: "x",
        AttributeDataType: "String",
        StringAttributeConstraints: { MinLength: "5", MaxLength: "4" },
      },
    ],
    [
      "user.custom:x: String attributes cannot have a length of more than 2048",
      {
        Name: "x",
        AttributeDataType: "String",
        StringAttributeConstraints: { MaxLength: "2049" },
      },
    ],
  ])("refuses: %s", async (message, attribute) => {
    const pool = await newPool(server.idp, { Schema: some(1, "taken").map(renamed) });
    await expect(add([attribute], pool)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
    expect(await schemaOf(pool)).toHaveLength(21);
  });

  it("refuses names of over 20 characters", async () => {
    await expect(add(some(1, "x".repeat(20)))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  it("refuses a pool that is not there", async () => {
    await expect(add(some(1, "x"), "us-east-1_none")).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "User pool us-east-1_none does not exist.",
    });
  });
});

function renamed(attribute: SchemaAttributeType): SchemaAttributeType {
  return { ...attribute, Name: "taken" };
}
