import {
  CreateRoleCommand,
  GetRoleCommand,
  TagRoleCommand,
  UntagRoleCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccessServer, accessServer, trusting } from "../../../../test/fixtures/access.ts";

let server: AccessServer;
const role = { RoleName: "hello" };

beforeAll(async () => {
  server = await accessServer();
  const policy = trusting({ Service: "lambda.amazonaws.com" });
  await server.iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: policy }));
});

afterAll(() => server.close());

test("tags are set, replaced and removed", async () => {
  const tags = [
    { Key: "team", Value: "blue" },
    { Key: "stage", Value: "" },
  ];
  await server.iam.send(new TagRoleCommand({ ...role, Tags: tags }));
  const red = [{ Key: "Team", Value: "red" }];
  await server.iam.send(new TagRoleCommand({ ...role, Tags: red }));
  const { Role } = await server.iam.send(new GetRoleCommand(role));
  expect(Role?.Tags).toEqual([...red, { Key: "stage", Value: "" }]);
  await server.iam.send(new UntagRoleCommand({ ...role, TagKeys: ["team", "stage", "absent"] }));
  expect((await server.iam.send(new GetRoleCommand(role))).Role?.Tags).toBeUndefined();
});

test("a key named twice is refused", async () => {
  const Tags = [
    { Key: "team", Value: "a" },
    { Key: "TEAM", Value: "b" },
  ];
  await expect(server.iam.send(new TagRoleCommand({ ...role, Tags }))).rejects.toMatchObject({
    name: "InvalidInputException",
    message: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
  });
});

test("a role that is not there is named", async () => {
  const absent = { RoleName: "absent" };
  const refusal = { message: "The role with name absent cannot be found." };
  const tag = new TagRoleCommand({ ...absent, Tags: [] });
  const untag = new UntagRoleCommand({ ...absent, TagKeys: [] });
  await expect(server.iam.send(tag)).rejects.toMatchObject(refusal);
  await expect(server.iam.send(untag)).rejects.toMatchObject(refusal);
});
