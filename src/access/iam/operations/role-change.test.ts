import {
  CreateRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  GetRoleCommand,
  PutRolePermissionsBoundaryCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccessServer, accessServer, trusting } from "../../../../test/fixtures/access.ts";

let server: AccessServer;
const role = { RoleName: "worker" };
const boundary = "arn:aws:iam::aws:policy/PowerUserAccess";

beforeAll(async () => {
  server = await accessServer();
  const AssumeRolePolicyDocument = trusting({ Service: "lambda.amazonaws.com" });
  await server.iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument }));
});

afterAll(() => server.close());

async function now() {
  return (await server.iam.send(new GetRoleCommand(role))).Role;
}

test("an update changes what it names, and leaves the rest", async () => {
  await server.iam.send(new UpdateRoleCommand({ ...role, Description: "works" }));
  await server.iam.send(new UpdateRoleCommand({ ...role, MaxSessionDuration: 7200 }));
  expect(await now()).toMatchObject({ Description: "works", MaxSessionDuration: 7200 });
});

test("a permissions boundary is set and taken away", async () => {
  const set = { ...role, PermissionsBoundary: boundary };
  await server.iam.send(new PutRolePermissionsBoundaryCommand(set));
  expect((await now())?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(boundary);
  await server.iam.send(new DeleteRolePermissionsBoundaryCommand(role));
  expect((await now())?.PermissionsBoundary).toBeUndefined();
  const again = server.iam.send(new DeleteRolePermissionsBoundaryCommand(role));
  await expect(again).rejects.toMatchObject({ name: "NoSuchEntityException" });
});

test("a boundary that is no policy is refused", async () => {
  const PermissionsBoundary = "arn:aws:iam::aws:role/PowerUserAccess";
  const set = new PutRolePermissionsBoundaryCommand({ ...role, PermissionsBoundary });
  await expect(server.iam.send(set)).rejects.toMatchObject({ name: "InvalidInputException" });
});

test("a role that is not there is named", async () => {
  const absent = { RoleName: "absent" };
  const refusal = { message: "The role with name absent cannot be found." };
  const set = { ...absent, PermissionsBoundary: boundary };
  const update = server.iam.send(new UpdateRoleCommand(absent));
  await expect(update).rejects.toMatchObject(refusal);
  const put = server.iam.send(new PutRolePermissionsBoundaryCommand(set));
  await expect(put).rejects.toMatchObject(refusal);
  const remove = server.iam.send(new DeleteRolePermissionsBoundaryCommand(absent));
  await expect(remove).rejects.toMatchObject(refusal);
});
