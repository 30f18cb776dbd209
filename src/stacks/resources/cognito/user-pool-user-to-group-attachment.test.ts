import {
  AdminCreateUserCommand,
  AdminListGroupsForUserCommand,
  CreateGroupCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { userPoolUserToGroupAttachment } from "./user-pool-user-to-group-attachment.ts";

const attachment = userPoolUserToGroupAttachment;

let server: IdentityServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await identityServer();
  const { UserPool } = await server.cognito.send(new CreateUserPoolCommand({ PoolName: "people" }));
  UserPoolId = UserPool?.Id ?? "";
  await server.cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: "editors" }));
  await server.cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: "ada" }));
});

afterAll(() => server.close());

async function groups() {
  const command = new AdminListGroupsForUserCommand({ UserPoolId, Username: "ada" });
  return (await server.cognito.send(command)).Groups?.map(({ GroupName }) => GroupName);
}

test("a user is put into a group, and taken out of it again", async () => {
  const context = server.context("AdaEdits");
  const properties = { UserPoolId, GroupName: "editors", Username: "ada" };
  const { physicalId } = await attachment.create(properties, context);
  expect(physicalId).toBe(`${UserPoolId}|editors|ada`);
  expect(await groups()).toEqual(["editors"]);
  expect(await attachment.read?.({ physicalId, properties }, context)).toEqual(properties);
  expect(await attachment.alike?.(properties, context)).toEqual([physicalId]);
  await attachment.delete({ physicalId, properties }, context);
  expect(await attachment.alike?.(properties, context)).toEqual([]);
  expect(await groups()).toEqual([]);
  expect(await attachment.read?.({ physicalId, properties }, context)).toBeUndefined();
});

test("a group and a user that are not there are named", async () => {
  const context = server.context("Nobody");
  const group = attachment.create({ UserPoolId, GroupName: "none", Username: "ada" }, context);
  await expect(group).rejects.toMatchObject({ code: "ResourceNotFoundException" });
  const user = attachment.create({ UserPoolId, GroupName: "editors", Username: "bob" }, context);
  await expect(user).rejects.toMatchObject({ code: "UserNotFoundException" });
});
