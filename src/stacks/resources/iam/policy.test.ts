import {
  CreateRoleCommand,
  GetRolePolicyCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allowing, trusting } from "../../../../test/fixtures/access.ts";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { policy } from "./policy.ts";

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
  const AssumeRolePolicyDocument = trusting({ Service: "lambda.amazonaws.com" });
  for (const RoleName of ["one", "two", "three"]) {
    await server.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  }
});

afterAll(() => server.close());

function settings(PolicyName: string, Roles = ["one", "two"], action = "lambda:*") {
  return { PolicyName, PolicyDocument: JSON.parse(allowing(action)), Roles };
}

async function holders(name: string) {
  const held = ["one", "two", "three"].map(async (RoleName) => {
    const { PolicyNames } = await server.iam.send(new ListRolePoliciesCommand({ RoleName }));
    return PolicyNames?.includes(name) ? [RoleName] : [];
  });
  return (await Promise.all(held)).flat();
}

test("a policy is put on all of its roles, and goes from them", async () => {
  const context = server.context("Invoke");
  const properties = settings("invoke");
  const made = await policy.create(properties, context);
  const physicalId = "hello-Invoke-AbCdEfGhIjKl";
  expect(made).toEqual({ physicalId, ref: "invoke", attributes: { Id: physicalId } });
  expect(await holders("invoke")).toEqual(["one", "two"]);
  await policy.delete({ physicalId, properties }, context);
  expect(await holders("invoke")).toEqual([]);
  await policy.delete({ physicalId, properties }, context);
});

test("an update moves the policy between roles and names", async () => {
  const context = server.context("Moving");
  const previous = settings("before");
  const { physicalId } = await policy.create(previous, context);
  const moved = settings("before", ["two", "three"], "logs:*");
  await policy.update?.({ physicalId, properties: moved, previous }, context);
  expect(await holders("before")).toEqual(["two", "three"]);
  const get = new GetRolePolicyCommand({ RoleName: "two", PolicyName: "before" });
  const { PolicyDocument } = await server.iam.send(get);
  expect(decodeURIComponent(PolicyDocument ?? "")).toContain("logs:*");
  const renamed = settings("after", ["two"]);
  await policy.update?.({ physicalId, properties: renamed, previous: moved }, context);
  expect([await holders("before"), await holders("after")]).toEqual([[], ["two"]]);
});

test("what was changed by hand shows", async () => {
  const context = server.context("Drifting");
  const properties = settings("drifting");
  const { physicalId } = await policy.create(properties, context);
  const existing = { physicalId, properties };
  expect(await policy.read?.(existing, context)).toEqual(properties);
  const document = allowing("s3:*");
  const input = { RoleName: "two", PolicyName: "drifting", PolicyDocument: document };
  await server.iam.send(new PutRolePolicyCommand(input));
  const PolicyDocument = JSON.parse(document);
  expect(await policy.read?.(existing, context)).toEqual({ ...properties, PolicyDocument });
  await policy.delete(existing, context);
  expect(await policy.read?.(existing, context)).toBeUndefined();
});

test("a policy that one role cannot have is left on none, nor taken from another", async () => {
  const held = { RoleName: "two", PolicyName: "held", PolicyDocument: allowing("s3:*") };
  await server.iam.send(new PutRolePolicyCommand(held));
  const properties = settings("held", ["one", "absent", "two"]);
  const create = policy.create(properties, server.context("Refused"));
  await expect(create).rejects.toThrow("The role with name absent cannot be found.");
  expect(await holders("held")).toEqual(["two"]);
});

test("a creation that broke off is found by name and content", async () => {
  const context = server.context("Broken");
  const properties = settings("broken", ["three"]);
  await policy.create(properties, context);
  expect(await policy.alike?.(properties, context)).toEqual(["hello-Broken-AbCdEfGhIjKl"]);
  expect(await policy.alike?.(settings("broken", ["three"], "s3:*"), context)).toEqual([]);
});

test("users and groups, which are not here, are refused", async () => {
  const properties = { ...settings("users"), Users: ["ada"] };
  const create = policy.create(properties, server.context("Users"));
  await expect(create).rejects.toThrow("#/Users");
});
