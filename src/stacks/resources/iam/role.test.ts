import {
  AttachRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type IdentityServer,
  identityServer,
} from "../../../../test/fixtures/identity-resources.ts";
import { role } from "./role.ts";

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
});

afterAll(() => server.close());

const basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

function policyNamed(PolicyName: string, action = "lambda:InvokeFunction") {
  const Statement = [{ Effect: "Allow", Action: action, Resource: "*" }];
  return { PolicyName, PolicyDocument: { Version: "2012-10-17", Statement } };
}

function trusting(service: string) {
  const Principal = { Service: service };
  const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }];
  return { Version: "2012-10-17", Statement };
}

const settings = {
  AssumeRolePolicyDocument: trusting("lambda.amazonaws.com"),
  ManagedPolicyArns: [readOnly, basic],
  Policies: [policyNamed("invoke"), policyNamed("old")],
  Description: "works",
  MaxSessionDuration: 7200,
  Path: "/service-role/",
  PermissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
  Tags: [{ Key: "stage", Value: "one" }],
};

async function made(logicalId: string, properties: object = settings) {
  const context = server.context(logicalId);
  const { physicalId: RoleName, attributes } = await role.create(properties, context);
  return { context, physicalId: RoleName, attributes, now: () => lookAt(RoleName) };
}

async function lookAt(RoleName: string) {
  const { Role } = await server.iam.send(new GetRoleCommand({ RoleName }));
  const attached = await server.iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  const inline = await server.iam.send(new ListRolePoliciesCommand({ RoleName }));
  const arns = attached.AttachedPolicies?.map(({ PolicyArn }) => PolicyArn);
  return { role: Role, arns, names: inline.PolicyNames };
}

test("a role is made with its policies and the tags of its stack", async () => {
  const { physicalId, attributes, now } = await made("Worker");
  expect(physicalId).toBe("hello-Worker-AbCdEfGhIjKl");
  const { role: found, arns, names } = await now();
  expect(found).toMatchObject({ Path: "/service-role/", MaxSessionDuration: 7200 });
  expect(found?.Tags).toContainEqual({ Key: "department", Value: "doors" });
  expect(arns?.sort()).toEqual([readOnly, basic].sort());
  expect(names).toEqual(["invoke", "old"]);
  expect(attributes).toEqual({ Arn: found?.Arn, RoleId: found?.RoleId });
});

test("an update changes and takes back what the template says no more", async () => {
  const { context, physicalId, now } = await made("Changed");
  const properties = {
    AssumeRolePolicyDocument: trusting("apigateway.amazonaws.com"),
    ManagedPolicyArns: [basic],
    Policies: [policyNamed("invoke", "lambda:*"), policyNamed("new")],
    Path: "/service-role/",
  };
  await role.update?.({ physicalId, properties, previous: settings }, context);
  const { role: found, arns, names } = await now();
  expect(found).toMatchObject({ Description: "", MaxSessionDuration: 3600 });
  expect(decodeURIComponent(found?.AssumeRolePolicyDocument ?? "")).toContain("apigateway");
  expect(found?.PermissionsBoundary).toBeUndefined();
  expect(found?.Tags?.map(({ Key }) => Key)).not.toContain("stage");
  expect({ arns, names }).toEqual({ arns: [basic], names: ["invoke", "new"] });
  expect(await role.read?.({ physicalId, properties }, context)).toEqual(properties);
});

test("what was changed by hand shows", async () => {
  const { context, physicalId: RoleName } = await made("Drifting");
  const existing = { physicalId: RoleName, properties: settings };
  expect(await role.read?.(existing, context)).toEqual(settings);
  await server.iam.send(new UpdateRoleCommand({ RoleName, Description: "mine" }));
  await server.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: readOnly }));
  expect(await role.read?.(existing, context)).toMatchObject({
    Description: "mine",
    ManagedPolicyArns: [basic],
  });
});

test("a role goes with its own policies, and stays while others hang on it", async () => {
  const { context, physicalId: RoleName, now } = await made("Leaving");
  const existing = { physicalId: RoleName, properties: settings };
  const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
  await server.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  await expect(role.delete(existing, context)).rejects.toThrow("must detach all policies first");
  await server.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  await role.delete(existing, context);
  await expect(now()).rejects.toMatchObject({ name: "NoSuchEntityException" });
  expect(await role.read?.(existing, context)).toBeUndefined();
});

test("a role that cannot have its policies is not left behind", async () => {
  const Policies = [policyNamed("good"), policyNamed("bad", "everything")];
  await expect(made("Refused", { ...settings, Policies })).rejects.toThrow("vendor");
  const left = lookAt("hello-Refused-AbCdEfGhIjKl");
  await expect(left).rejects.toMatchObject({ name: "NoSuchEntityException" });
});

test("a creation that broke off is found, and no role of the same name", async () => {
  const named = { ...settings, RoleName: "worker" };
  const { context } = await made("Broken", named);
  expect(await role.find?.(named, context)).toBe("worker");
  expect(await role.find?.(named, server.context("Broken", "another"))).toBeUndefined();
  expect(await role.find?.(settings, server.context("Never"))).toBeUndefined();
});
