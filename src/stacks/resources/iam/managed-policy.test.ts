import {
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListEntitiesForPolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allowing, trusting } from "../../../../test/fixtures/access.ts";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { managedPolicy } from "./managed-policy.ts";

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
  const AssumeRolePolicyDocument = trusting({ Service: "lambda.amazonaws.com" });
  for (const RoleName of ["one", "two"]) {
    await server.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  }
});

afterAll(() => server.close());

function settings(action = "lambda:*", Roles = ["one"]) {
  return { PolicyDocument: JSON.parse(allowing(action)), Roles, Path: "/team/" };
}

async function made(logicalId: string, properties = settings()) {
  const context = server.context(logicalId);
  const { physicalId: PolicyArn, attributes } = await managedPolicy.create(properties, context);
  return { context, properties, physicalId: PolicyArn, attributes, now: () => lookAt(PolicyArn) };
}

async function lookAt(PolicyArn: string) {
  const { Policy } = await server.iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId;
  const version = await server.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  const entities = await server.iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
  return {
    id: Policy?.PolicyId,
    document: decodeURIComponent(version.PolicyVersion?.Document ?? ""),
    roles: entities.PolicyRoles?.map(({ RoleName }) => RoleName),
  };
}

test("a policy is made and attached", async () => {
  const { physicalId, attributes, now } = await made("Invoke");
  const name = "hello-Invoke-AbCdEfGhIjKl";
  expect(physicalId).toBe(`arn:aws:iam::000000000000:policy/team/${name}`);
  const { id, document, roles } = await now();
  expect({ document, roles }).toEqual({ document: allowing("lambda:*"), roles: ["one"] });
  expect(attributes).toMatchObject({ PolicyArn: physicalId, PolicyId: id, AttachmentCount: 1 });
});

test("an update puts another document in force, any number of times, and moves it", async () => {
  const { context, properties, physicalId, now } = await made("Changed");
  let previous = properties;
  for (const action of ["s3:*", "sqs:*", "sns:*", "ec2:*", "sts:*", "iam:*"]) {
    const next = settings(action, ["two"]);
    await managedPolicy.update?.({ physicalId, properties: next, previous }, context);
    previous = next;
  }
  expect(await now()).toMatchObject({ document: allowing("iam:*"), roles: ["two"] });
});

test("what was changed by hand shows", async () => {
  const { context, properties, physicalId: PolicyArn } = await made("Drifting");
  const existing = { physicalId: PolicyArn, properties };
  expect(await managedPolicy.read?.(existing, context)).toEqual(properties);
  const PolicyDocument = allowing("s3:*");
  const version = { PolicyArn, PolicyDocument, SetAsDefault: true };
  await server.iam.send(new CreatePolicyVersionCommand(version));
  const drifted = { ...properties, PolicyDocument: JSON.parse(PolicyDocument) };
  expect(await managedPolicy.read?.(existing, context)).toEqual(drifted);
  await managedPolicy.delete(existing, context);
  await expect(lookAt(PolicyArn)).rejects.toMatchObject({ name: "NoSuchEntityException" });
  expect(await managedPolicy.read?.(existing, context)).toBeUndefined();
});

test("a policy that one role cannot have is not left behind", async () => {
  const broken = made("Refused", settings("lambda:*", ["one", "absent"]));
  await expect(broken).rejects.toThrow("The role with name absent cannot be found.");
  const arn = "arn:aws:iam::000000000000:policy/team/hello-Refused-AbCdEfGhIjKl";
  await expect(lookAt(arn)).rejects.toMatchObject({ name: "NoSuchEntityException" });
});

test("a creation that broke off is found, and no policy of the same name", async () => {
  const named = { ...settings(), ManagedPolicyName: "named" };
  const { context, physicalId } = await made("Broken", named);
  expect(await managedPolicy.find?.(named, context)).toBe(physicalId);
  expect(await managedPolicy.find?.(named, server.context("Broken", "another"))).toBeUndefined();
  expect(await managedPolicy.find?.(settings(), server.context("Never"))).toBeUndefined();
});

test("users and groups, which are not here, are refused", async () => {
  const properties = { ...settings(), Groups: ["editors"] };
  const create = managedPolicy.create(properties, server.context("Groups"));
  await expect(create).rejects.toThrow("#/Groups");
});
