import {
  CreateUserPoolCommand,
  GetGroupCommand,
  UpdateGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { userPoolGroup } from "./user-pool-group.ts";

let server: IdentityServer;
let UserPoolId: string;

beforeAll(async () => {
  server = await identityServer();
  const { UserPool } = await server.cognito.send(new CreateUserPoolCommand({ PoolName: "people" }));
  UserPoolId = UserPool?.Id ?? "";
});

afterAll(() => server.close());

const RoleArn = "arn:aws:iam::000000000000:role/editor";

async function made(logicalId: string, more: object = {}) {
  const context = server.context(logicalId);
  const properties = { UserPoolId, Description: "edit", Precedence: 1, RoleArn, ...more };
  const { physicalId } = await userPoolGroup.create(properties, context);
  const now = async () => {
    const command = new GetGroupCommand({ UserPoolId, GroupName: physicalId });
    return (await server.cognito.send(command)).Group;
  };
  return { context, properties, physicalId, now };
}

test("a group is made, changed and deleted", async () => {
  const { context, properties, physicalId, now } = await made("Editors", { GroupName: "editors" });
  expect(await now()).toMatchObject({ GroupName: "editors", Precedence: 1, RoleArn });
  const { Description: _, ...rest } = { ...properties, Precedence: 2 };
  await userPoolGroup.update?.({ physicalId, properties: rest, previous: properties }, context);
  expect(await now()).toMatchObject({ Description: "", Precedence: 2 });
  await userPoolGroup.delete({ physicalId, properties }, context);
  await expect(now()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  expect(await userPoolGroup.read?.({ physicalId, properties }, context)).toBeUndefined();
});

test("what was changed by hand shows", async () => {
  const { context, properties, physicalId } = await made("Drifting");
  const existing = { physicalId, properties };
  expect(await userPoolGroup.read?.(existing, context)).toEqual(properties);
  const change = { UserPoolId, GroupName: physicalId, Description: "mine" };
  await server.cognito.send(new UpdateGroupCommand(change));
  const drifted = { ...properties, Description: "mine" };
  expect(await userPoolGroup.read?.(existing, context)).toEqual(drifted);
});

test("what could be one that a creation made, which broke off, is told by its name", async () => {
  const { context, physicalId } = await made("Broken");
  expect(physicalId).toBe("hello-Broken-AbCdEfGhIjKl");
  expect(await userPoolGroup.alike?.({ UserPoolId }, context)).toEqual([physicalId]);
  const named = { UserPoolId, GroupName: physicalId };
  expect(await userPoolGroup.alike?.(named, context)).toEqual([physicalId]);
  expect(await userPoolGroup.alike?.({ UserPoolId }, server.context("Never"))).toEqual([]);
});

test("a role can be changed, but not taken away", async () => {
  const { context, properties: previous, physicalId } = await made("Kept");
  const { RoleArn: _, ...properties } = previous;
  const update = userPoolGroup.update?.({ physicalId, properties, previous }, context);
  await expect(update).rejects.toThrow("RoleArn can be changed but not taken away");
});
