import {
  CreateRoleCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allowing, trusting } from "../../../../test/fixtures/access.ts";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { rolePolicy } from "./role-policy.ts";

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
  const AssumeRolePolicyDocument = trusting({ Service: "lambda.amazonaws.com" });
  await server.iam.send(new CreateRoleCommand({ RoleName: "one", AssumeRolePolicyDocument }));
});

afterAll(() => server.close());

function settings(PolicyName: string, action = "lambda:*", RoleName = "one") {
  return { PolicyName, RoleName, PolicyDocument: JSON.parse(allowing(action)) };
}

async function names() {
  const { PolicyNames } = await server.iam.send(new ListRolePoliciesCommand({ RoleName: "one" }));
  return PolicyNames;
}

test("a policy is put on its role, changed there, and goes from it", async () => {
  const context = server.context("Invoke");
  const previous = settings("invoke");
  const { physicalId } = await rolePolicy.create(previous, context);
  expect(physicalId).toBe("invoke|one");
  expect(await rolePolicy.alike?.(previous, context)).toEqual([physicalId]);
  const properties = settings("invoke", "logs:*");
  await rolePolicy.update?.({ physicalId, properties, previous }, context);
  expect(await rolePolicy.read?.({ physicalId, properties }, context)).toEqual(properties);
  expect(await rolePolicy.alike?.(previous, context)).toEqual([]);
  await rolePolicy.delete({ physicalId, properties }, context);
  expect(await names()).toEqual([]);
  expect(await rolePolicy.read?.({ physicalId, properties }, context)).toBeUndefined();
  await rolePolicy.delete({ physicalId, properties }, context);
});

test("what was changed by hand shows", async () => {
  const context = server.context("Watched");
  const properties = settings("watched");
  const { physicalId } = await rolePolicy.create(properties, context);
  const PolicyDocument = allowing("s3:*");
  const byHand = { RoleName: "one", PolicyName: "watched", PolicyDocument };
  await server.iam.send(new PutRolePolicyCommand(byHand));
  const actual = await rolePolicy.read?.({ physicalId, properties }, context);
  expect(actual).toEqual({ ...properties, PolicyDocument: JSON.parse(PolicyDocument) });
});

test("a role that is not there is refused", async () => {
  const made = rolePolicy.create(settings("lost", "s3:*", "nobody"), server.context("Lost"));
  await expect(made).rejects.toThrow("The role with name nobody cannot be found.");
});
