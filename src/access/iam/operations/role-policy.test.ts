import {
  CreateRoleCommand,
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AccessServer,
  accessServer,
  allowing,
  trusting,
} from "../../../../test/fixtures/access.ts";

let server: AccessServer;
const role = { RoleName: "hello" };

beforeAll(async () => {
  server = await accessServer();
  const policy = trusting({ Service: "lambda.amazonaws.com" });
  await server.iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: policy }));
});

afterAll(() => server.close());

function put(PolicyName: string, PolicyDocument: string) {
  return server.iam.send(new PutRolePolicyCommand({ ...role, PolicyName, PolicyDocument }));
}

test("an inline policy is written, read percent-encoded, replaced and deleted", async () => {
  const named = { ...role, PolicyName: "invoke" };
  await put("invoke", allowing("lambda:InvokeFunction"));
  await put("invoke", allowing("lambda:*"));
  const read = await server.iam.send(new GetRolePolicyCommand(named));
  expect(read).toMatchObject({ RoleName: "hello", PolicyName: "invoke" });
  expect(read.PolicyDocument).toMatch(/^%7B%22Version%22%3A.*lambda%3A%2A%22/);
  expect(decodeURIComponent(read.PolicyDocument ?? "")).toBe(allowing("lambda:*"));
  await server.iam.send(new DeleteRolePolicyCommand(named));
  const gone = { message: "The role policy with name invoke cannot be found." };
  await expect(server.iam.send(new GetRolePolicyCommand(named))).rejects.toMatchObject(gone);
});

test("inline policies are listed in order, a page at a time", async () => {
  for (const name of ["c", "a", "b"]) await put(name, allowing("s3:*"));
  const list = (more: object) =>
    server.iam.send(new ListRolePoliciesCommand({ ...role, MaxItems: 2, ...more }));
  const first = await list({});
  expect(first).toMatchObject({ PolicyNames: ["a", "b"], IsTruncated: true });
  const second = await list({ Marker: first.Marker });
  expect(second).toMatchObject({ PolicyNames: ["c"], IsTruncated: false });
  expect(second.Marker).toBeUndefined();
  await expect(list({ Marker: "forged" })).rejects.toMatchObject({ message: "Invalid Marker." });
});

test("policies that are written at once are all kept", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `parallel-${index}`);
  await Promise.all(names.map((name) => put(name, allowing("s3:*"))));
  const { PolicyNames } = await server.iam.send(new ListRolePoliciesCommand(role));
  expect(PolicyNames).toEqual(expect.arrayContaining(names));
});

test("a policy that is none is refused", async () => {
  await expect(put("broken", "{")).rejects.toMatchObject({
    name: "MalformedPolicyDocumentException",
    message: "This policy contains invalid Json",
  });
  await expect(put("trust", trusting("*"))).rejects.toMatchObject({
    message: "Policy document should not specify a principal.",
  });
});

test("more than 10240 characters of inline policies are refused", async () => {
  await expect(put("long", allowing(`s3:${"x".repeat(10_240)}`))).rejects.toMatchObject({
    name: "LimitExceededException",
    message: "Maximum policy size of 10240 bytes exceeded for role hello",
  });
});

test("a role or a policy that is not there is named", async () => {
  const absent = { RoleName: "absent", PolicyName: "p" };
  const noRole = { message: "The role with name absent cannot be found." };
  const write = new PutRolePolicyCommand({ ...absent, PolicyDocument: allowing("s3:*") });
  await expect(server.iam.send(write)).rejects.toMatchObject(noRole);
  await expect(server.iam.send(new GetRolePolicyCommand(absent))).rejects.toMatchObject(noRole);
  await expect(server.iam.send(new DeleteRolePolicyCommand(absent))).rejects.toMatchObject(noRole);
  await expect(server.iam.send(new ListRolePoliciesCommand(absent))).rejects.toMatchObject(noRole);
  const noPolicy = {
    name: "NoSuchEntityException",
    message: "The role policy with name p cannot be found.",
  };
  const named = { ...role, PolicyName: "p" };
  await expect(server.iam.send(new GetRolePolicyCommand(named))).rejects.toMatchObject(noPolicy);
  await expect(server.iam.send(new DeleteRolePolicyCommand(named))).rejects.toMatchObject(noPolicy);
});
