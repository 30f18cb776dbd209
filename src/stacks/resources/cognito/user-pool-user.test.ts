import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { userPoolUser } from "./user-pool-user.ts";

let server: IdentityServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await identityServer();
  const { UserPool } = await server.cognito.send(new CreateUserPoolCommand({ PoolName: "people" }));
  UserPoolId = UserPool?.Id ?? "";
});

afterAll(() => server.close());

async function made(logicalId: string, more: object = {}) {
  const context = server.context(logicalId);
  const UserAttributes = [{ Name: "email", Value: "ada@example.com" }];
  const properties = { UserPoolId, UserAttributes, MessageAction: "SUPPRESS", ...more };
  const { physicalId } = await userPoolUser.create(properties, context);
  const now = () => {
    const command = new AdminGetUserCommand({ UserPoolId, Username: physicalId });
    return server.cognito.send(command);
  };
  return { context, properties, physicalId, now };
}

test("a user is made with their attributes, and deleted", async () => {
  const { context, properties, physicalId, now } = await made("Ada", { Username: "ada" });
  expect(physicalId).toBe("ada");
  const { UserAttributes, UserStatus } = await now();
  expect(UserStatus).toBe("FORCE_CHANGE_PASSWORD");
  expect(UserAttributes).toContainEqual({ Name: "email", Value: "ada@example.com" });
  await userPoolUser.delete({ physicalId, properties }, context);
  await expect(now()).rejects.toMatchObject({ name: "UserNotFoundException" });
  expect(await userPoolUser.read?.({ physicalId, properties }, context)).toBeUndefined();
});

test("what was changed by hand shows", async () => {
  const { context, properties, physicalId: Username } = await made("Drifting");
  const existing = { physicalId: Username, properties };
  expect(await userPoolUser.read?.(existing, context)).toEqual(properties);
  const UserAttributes = [{ Name: "email", Value: "other@example.com" }];
  const change = { UserPoolId, Username, UserAttributes };
  await server.cognito.send(new AdminUpdateUserAttributesCommand(change));
  expect(await userPoolUser.read?.(existing, context)).toEqual({ ...properties, UserAttributes });
});

test("what could be one that a creation made, which broke off, is told by its name", async () => {
  const { context, physicalId } = await made("Broken");
  expect(await userPoolUser.alike?.({ UserPoolId }, context)).toEqual([physicalId]);
  const named = { UserPoolId, Username: physicalId };
  expect(await userPoolUser.alike?.(named, context)).toEqual([physicalId]);
  expect(await userPoolUser.alike?.({ UserPoolId }, server.context("Never"))).toEqual([]);
});

test("a user who is there already is not taken over", async () => {
  await made("First", { Username: "grace" });
  await expect(made("Second", { Username: "grace" })).rejects.toThrow("already exists");
  const resend = made("Third", { Username: "grace", MessageAction: "RESEND" });
  await expect(resend).rejects.toThrow("RESEND");
});
