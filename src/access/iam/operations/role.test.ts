import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AccessServer,
  accessServer,
  allowing,
  clientConfig,
  trusting,
} from "../../../../test/fixtures/access.ts";

let server: AccessServer;

beforeAll(async () => {
  server = await accessServer();
});

afterAll(() => server.close());

const lambda = trusting({ Service: "lambda.amazonaws.com" });

function create(name: string, more: object = {}) {
  const role = { RoleName: name, AssumeRolePolicyDocument: lambda, ...more };
  return server.iam.send(new CreateRoleCommand(role));
}

test("a role is created with the defaults of IAM and read again", async () => {
  const { Role: created } = await create("plain");
  expect(created).toEqual({
    Path: "/",
    RoleName: "plain",
    RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    Arn: "arn:aws:iam::000000000000:role/plain",
    CreateDate: expect.any(Date),
    AssumeRolePolicyDocument: encodeURIComponent(lambda),
  });
  const { Role: read } = await server.iam.send(new GetRoleCommand({ RoleName: "plain" }));
  expect(read).toEqual({ ...created, MaxSessionDuration: 3600, RoleLastUsed: {} });
});

test("a role keeps its path, description, duration, boundary and tags", async () => {
  const settings = {
    Path: "/service-role/",
    Description: "for the functions",
    MaxSessionDuration: 7200,
    PermissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
    Tags: [{ Key: "team", Value: "blue" }],
  };
  await create("full", settings);
  const { Role } = await server.iam.send(new GetRoleCommand({ RoleName: "full" }));
  expect(Role).toMatchObject({
    Arn: "arn:aws:iam::000000000000:role/service-role/full",
    Path: settings.Path,
    Description: settings.Description,
    MaxSessionDuration: 7200,
    PermissionsBoundary: {
      PermissionsBoundaryType: "PermissionsBoundaryPolicy",
      PermissionsBoundaryArn: settings.PermissionsBoundary,
    },
    Tags: settings.Tags,
  });
});

test("a name is taken, whatever the case of its letters", async () => {
  await create("Twice");
  await expect(create("twice")).rejects.toMatchObject({
    name: "EntityAlreadyExistsException",
    message: "Role with name twice already exists.",
    $metadata: { httpStatusCode: 409 },
  });
});

test("of many who create the same role at once, one succeeds", async () => {
  const attempts = Array.from({ length: 10 }, () => create("race"));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a trust policy that is none is refused", async () => {
  await expect(create("broken", { AssumeRolePolicyDocument: "{" })).rejects.toMatchObject({
    name: "MalformedPolicyDocumentException",
    message: "This policy contains invalid Json",
    $metadata: { httpStatusCode: 400 },
  });
});

test("a trust policy that is too long is refused", async () => {
  const long = trusting(
    { Service: "lambda.amazonaws.com" },
    { Condition: { StringEquals: { "aws:SourceAccount": ["x".repeat(2000)] } } },
  );
  await expect(create("long", { AssumeRolePolicyDocument: long })).rejects.toMatchObject({
    name: "LimitExceededException",
    message: "Cannot exceed quota for ACLSizePerRole: 2048",
  });
});

test("a boundary that does not exist is refused", async () => {
  const boundary = { PermissionsBoundary: "arn:aws:iam::000000000000:policy/mine" };
  await expect(create("unbound", boundary)).rejects.toMatchObject({
    name: "InvalidInputException",
    message: `Scope ARN: ${boundary.PermissionsBoundary} does not exist or is not attachable.`,
  });
});

test("a name that breaks the rules is refused in AWS's words", async () => {
  await expect(create("with space")).rejects.toMatchObject({
    name: "ValidationError",
    message:
      "1 validation error detected: Value 'with space' at 'roleName' failed to satisfy " +
      "constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  });
});

test("roles are listed by path and name, a page at a time", async () => {
  for (const name of ["b", "a", "c"]) await create(name, { Path: "/listed/deep/" });
  const list = (more: object = {}) =>
    server.iam.send(new ListRolesCommand({ PathPrefix: "/listed/", MaxItems: 2, ...more }));
  const first = await list();
  expect(first.Roles?.map(({ RoleName }) => RoleName)).toEqual(["a", "b"]);
  expect(first.IsTruncated).toBe(true);
  const second = await list({ Marker: first.Marker });
  expect(second.Roles?.map(({ RoleName }) => RoleName)).toEqual(["c"]);
  expect(second.IsTruncated).toBe(false);
  expect(second.Marker).toBeUndefined();
  await expect(list({ Marker: "forged" })).rejects.toMatchObject({
    name: "ValidationError",
    message: "Invalid Marker.",
  });
  const elsewhere = new ListRolesCommand({ PathPrefix: "/", Marker: first.Marker });
  await expect(server.iam.send(elsewhere)).rejects.toMatchObject({ message: "Invalid Marker." });
});

test("accounts know nothing of each other, and regions share their roles", async () => {
  await create("shared");
  const other = new IAMClient(clientConfig(server.url, "111122223333"));
  const get = new GetRoleCommand({ RoleName: "shared" });
  await expect(other.send(get)).rejects.toMatchObject({ name: "NoSuchEntityException" });
  const region = new IAMClient({ ...clientConfig(server.url), region: "eu-central-1" });
  expect((await region.send(get)).Role?.RoleName).toBe("shared");
  for (const client of [other, region]) client.destroy();
});

test("a trust policy is replaced", async () => {
  await create("updated");
  const policy = trusting({ AWS: "111122223333" });
  const update = { RoleName: "updated", PolicyDocument: policy };
  await server.iam.send(new UpdateAssumeRolePolicyCommand(update));
  const { Role } = await server.iam.send(new GetRoleCommand({ RoleName: "updated" }));
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toBe(policy);
  const broken = { RoleName: "updated", PolicyDocument: allowing("s3:*") };
  await expect(server.iam.send(new UpdateAssumeRolePolicyCommand(broken))).rejects.toMatchObject({
    name: "MalformedPolicyDocumentException",
    message: "Has prohibited field Resource",
  });
});

test("a role with policies is not deleted, one without is", async () => {
  const role = { RoleName: "deleted" };
  await create("deleted");
  const PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  await server.iam.send(new AttachRolePolicyCommand({ ...role, PolicyArn }));
  const inline = { ...role, PolicyName: "inline", PolicyDocument: allowing("s3:*") };
  await server.iam.send(new PutRolePolicyCommand(inline));
  await expect(server.iam.send(new DeleteRoleCommand(role))).rejects.toMatchObject({
    name: "DeleteConflictException",
    message: "Cannot delete entity, must detach all policies first.",
    $metadata: { httpStatusCode: 409 },
  });
  await server.iam.send(new DetachRolePolicyCommand({ ...role, PolicyArn }));
  await expect(server.iam.send(new DeleteRoleCommand(role))).rejects.toMatchObject({
    message: "Cannot delete entity, must delete policies first.",
  });
  await create("empty");
  await server.iam.send(new DeleteRoleCommand({ RoleName: "empty" }));
  const get = new GetRoleCommand({ RoleName: "empty" });
  await expect(server.iam.send(get)).rejects.toMatchObject({ name: "NoSuchEntityException" });
});

test("a role that is not there is named", async () => {
  const role = { RoleName: "absent" };
  const refusal = {
    name: "NoSuchEntityException",
    message: "The role with name absent cannot be found.",
    $metadata: { httpStatusCode: 404 },
  };
  const update = new UpdateAssumeRolePolicyCommand({ ...role, PolicyDocument: lambda });
  await expect(server.iam.send(new GetRoleCommand(role))).rejects.toMatchObject(refusal);
  await expect(server.iam.send(new DeleteRoleCommand(role))).rejects.toMatchObject(refusal);
  await expect(server.iam.send(update)).rejects.toMatchObject(refusal);
});
