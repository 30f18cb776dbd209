import {
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
  DeleteUserAttributesCommand,
  DescribeUserPoolClientCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
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

type Values = Record<string, string>;

const listOf = (values: Values) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
const update = (AccessToken: string, values: Values) =>
  server.idp.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: listOf(values) }));
const remove = (AccessToken: string, UserAttributeNames: string[]) =>
  server.idp.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames }));

/** A user of a new pool, who is signed in. */
async function userWith(
  values: Values,
  client: Partial<CreateUserPoolClientCommandInput> = {},
  pool: Partial<CreateUserPoolCommandInput> = {},
) {
  const UserPoolId = await newPool(server.idp, {
    ...pool,
    Schema: [
      { Name: "name", Required: true },
      { Name: "tier", AttributeDataType: "String" },
      { Name: "note", AttributeDataType: "String", DeveloperOnlyAttribute: true },
    ],
  });
  await newUser(server.idp, UserPoolId, "ada", listOf(values));
  const { ClientId } = await newClient(server.idp, UserPoolId, client);
  const { access } = await tokensOf(server.idp, ClientId, "ada");
  return { UserPoolId, ClientId, access };
}

async function valuesOf(AccessToken: string): Promise<Values> {
  const { UserAttributes = [] } = await server.idp.send(new GetUserCommand({ AccessToken }));
  const named = UserAttributes.map(({ Name = "", Value = "" }) => [Name, Value]);
  const { sub: _, ...values } = Object.fromEntries(named);
  return values;
}

const unauthorized = {
  name: "NotAuthorizedException",
  message: "A client attempted to write unauthorized attribute",
};

describe("UpdateUserAttributes", () => {
  it("writes what the user gives, and takes empty values away", async () => {
    const { access, ClientId } = await userWith({ name: "Ada", nickname: "A" });
    const { $metadata, ...answer } = await update(access, { nickname: "", "custom:tier": "gold" });
    expect(answer).toEqual({ CodeDeliveryDetailsList: [] });
    expect(await valuesOf(access)).toEqual({ name: "Ada", "custom:tier": "gold" });
    const { id } = await tokensOf(server.idp, ClientId, "ada");
    expect(decodeJwt(id)).toMatchObject({ name: "Ada", "custom:tier": "gold" });
  });

  it("leaves a new address unverified, and sends nothing to it by default", async () => {
    const { access } = await userWith({ email: "ada@example.com", email_verified: "true" });
    const { CodeDeliveryDetailsList } = await update(access, { email: "new@example.com" });
    expect(CodeDeliveryDetailsList).toEqual([]);
    expect(await valuesOf(access)).toEqual({ email: "new@example.com", email_verified: "false" });
  });

  it("sends a code to each new address that the pool verifies by itself", async () => {
    const AutoVerifiedAttributes = ["email" as const];
    const given = { email: "ada@example.com", email_verified: "true" };
    const { access } = await userWith(given, {}, { AutoVerifiedAttributes });
    const to = "brand-new@example.com";
    const answer = await update(access, { email: to, phone_number: "+15550100" });
    expect(answer.CodeDeliveryDetailsList).toEqual([
      { Destination: "b***@e***", DeliveryMedium: "EMAIL", AttributeName: "email" },
    ]);
    expect(await server.pools.outbox(9, to)).toMatchObject([{ purpose: "verify-attribute" }]);
    expect(await valuesOf(access)).toMatchObject({ email: to, email_verified: "false" });
    const again = await update(access, { email: to });
    expect(again.CodeDeliveryDetailsList).toEqual([]);
  });

  it("goes through without a code once too many were sent within the hour", async () => {
    const { access } = await userWith({}, {}, { AutoVerifiedAttributes: ["email"] });
    for (let at = 0; at < 5; at++) await update(access, { email: `number-${at}@example.com` });
    const { CodeDeliveryDetailsList } = await update(access, { email: "last@example.com" });
    expect(CodeDeliveryDetailsList).toEqual([]);
    expect(await valuesOf(access)).toMatchObject({ email: "last@example.com" });
    expect(server.notes.latest(1)[0]?.outcome.text).toBe("updated, without a code");
  });

  it.each<[string, Values]>([
    ["an attribute that the client may not write", { "custom:tier": "gold" }],
    ["a verification", { email_verified: "true" }],
    ["another verification", { phone_number_verified: "true" }],
  ])("refuses %s", async (_, values) => {
    const WriteAttributes = ["name", "nickname", "email_verified"];
    const { access } = await userWith({ name: "Ada" }, { WriteAttributes });
    await expect(update(access, { nickname: "A", ...values })).rejects.toMatchObject(unauthorized);
    expect(server.lastReason()?.received).toBe(Object.keys(values)[0]);
    expect(await valuesOf(access)).toEqual({ name: "Ada" });
  });

  it("refuses what is for developers only, whatever the client may write", async () => {
    const { access } = await userWith({});
    await expect(update(access, { "dev:custom:note": "x" })).rejects.toMatchObject(unauthorized);
  });

  it.each<[string, Values]>([
    ["user.custom:none: Attribute does not exist in the schema.\n", { "custom:none": "x" }],
    ["user.sub: Attribute cannot be updated.\n", { sub: "x" }],
    ["Attributes did not conform to the schema: name: The attribute is required\n", { name: "" }],
    ["Invalid email address format.", { email: "nobody" }],
  ])("refuses: %s", async (message, values) => {
    const { access } = await userWith({ name: "Ada" });
    const refusal = { name: "InvalidParameterException", message };
    await expect(update(access, values)).rejects.toMatchObject(refusal);
    expect(await valuesOf(access)).toEqual({ name: "Ada" });
  });

  it("refuses an address by which somebody else signs in", async () => {
    const pool = { UsernameAttributes: ["email" as const] };
    const UserPoolId = await newPool(server.idp, pool);
    const names = ["ada@example.com", "bob@example.com"] as const;
    for (const name of names) await newUser(server.idp, UserPoolId, name);
    const { ClientId } = await newClient(server.idp, UserPoolId);
    const { access } = await tokensOf(server.idp, ClientId, names[0]);
    await expect(update(access, { email: names[1] })).rejects.toMatchObject({
      name: "AliasExistsException",
      message: "An account with the given email already exists.",
    });
    expect(await valuesOf(access)).toEqual({ email: names[0] });
  });

  it("refuses a token that is none", async () => {
    await expect(update("made.up", { nickname: "A" })).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid Access Token",
    });
  });
});

describe("DeleteUserAttributes", () => {
  it("takes attributes of the user away", async () => {
    const { access } = await userWith({ name: "Ada", email: "a@example.com", nickname: "A" });
    await remove(access, ["email", "nickname"]);
    expect(await valuesOf(access)).toEqual({ name: "Ada" });
  });

  it("refuses what the client may not write, and what the pool requires", async () => {
    const WriteAttributes = ["name", "nickname"];
    const { access, UserPoolId, ClientId } = await userWith({ name: "Ada" }, { WriteAttributes });
    await expect(remove(access, ["email"])).rejects.toMatchObject(unauthorized);
    await expect(remove(access, ["name"])).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Attributes did not conform to the schema: name: The attribute is required\n",
    });
    const describeClient = new DescribeUserPoolClientCommand({ UserPoolId, ClientId });
    const { UserPoolClient } = await server.idp.send(describeClient);
    expect(UserPoolClient?.WriteAttributes).toEqual(WriteAttributes);
  });

  it("refuses a token that is none", async () => {
    await expect(remove("made.up", ["nickname"])).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid Access Token",
    });
  });
});
