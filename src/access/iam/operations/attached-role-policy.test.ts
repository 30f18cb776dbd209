import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DetachRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccessServer, accessServer, trusting } from "../../../../test/fixtures/access.ts";

let server: AccessServer;

beforeAll(async () => {
  server = await accessServer();
  const policy = trusting({ Service: "lambda.amazonaws.com" });
  for (const RoleName of ["hello", "full"]) {
    const role = { RoleName, AssumeRolePolicyDocument: policy };
    await server.iam.send(new CreateRoleCommand(role));
  }
});

afterAll(() => server.close());

const basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

function attach(RoleName: string, PolicyArn: string) {
  return server.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
}

function list(RoleName: string, more: object = {}) {
  return server.iam.send(new ListAttachedRolePoliciesCommand({ RoleName, ...more }));
}

test("AWS's own policies are attached once, listed by page and path, and detached", async () => {
  for (const arn of [basic, readOnly, basic]) await attach("hello", arn);
  const first = await list("hello", { MaxItems: 1 });
  expect(first.AttachedPolicies).toEqual([{ PolicyName: "ReadOnlyAccess", PolicyArn: readOnly }]);
  const second = await list("hello", { MaxItems: 1, Marker: first.Marker });
  expect(second).toMatchObject({
    AttachedPolicies: [{ PolicyName: "AWSLambdaBasicExecutionRole", PolicyArn: basic }],
    IsTruncated: false,
  });
  const byPath = await list("hello", { PathPrefix: "/service-role/" });
  expect(byPath.AttachedPolicies?.map(({ PolicyArn }) => PolicyArn)).toEqual([basic]);
  const detach = new DetachRolePolicyCommand({ RoleName: "hello", PolicyArn: basic });
  await server.iam.send(detach);
  expect((await list("hello")).AttachedPolicies).toHaveLength(1);
  await expect(server.iam.send(detach)).rejects.toMatchObject({
    name: "NoSuchEntityException",
    message: `Policy ${basic} was not found.`,
  });
});

test("a policy that does not exist is refused", async () => {
  const mine = "arn:aws:iam::000000000000:policy/mine";
  await expect(attach("hello", mine)).rejects.toMatchObject({
    name: "NoSuchEntityException",
    message: `Policy ${mine} does not exist or is not attachable.`,
  });
  await expect(attach("hello", "ReadOnlyAccess-of-mine")).rejects.toMatchObject({
    name: "InvalidInputException",
    message: "ARN ReadOnlyAccess-of-mine is not valid.",
  });
});

test("the eleventh policy is refused", async () => {
  for (let index = 0; index < 10; index++) await attach("full", `${readOnly}${index}`);
  await expect(attach("full", readOnly)).rejects.toMatchObject({
    name: "LimitExceededException",
    message: "Cannot exceed quota for PoliciesPerRole: 10",
    $metadata: { httpStatusCode: 409 },
  });
});

test("a role that is not there is named", async () => {
  const refusal = { message: "The role with name absent cannot be found." };
  await expect(attach("absent", readOnly)).rejects.toMatchObject(refusal);
  await expect(list("absent")).rejects.toMatchObject(refusal);
  const detach = new DetachRolePolicyCommand({ RoleName: "absent", PolicyArn: readOnly });
  await expect(server.iam.send(detach)).rejects.toMatchObject(refusal);
});
