import { CreateRoleCommand, DeleteRoleCommand } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AccessServer,
  accessServer,
  clientConfig,
  trusting,
} from "../../../../test/fixtures/access.ts";

let server: AccessServer;

beforeAll(async () => {
  server = await accessServer();
});

afterAll(() => server.close());

test.each([
  ["test", "000000000000"],
  ["111122223333", "111122223333"],
])("the key %s belongs to account %s", async (accessKeyId, account) => {
  const client = new STSClient(clientConfig(server.url, accessKeyId));
  expect(await client.send(new GetCallerIdentityCommand())).toMatchObject({
    UserId: account,
    Account: account,
    Arn: `arn:aws:iam::${account}:root`,
  });
  client.destroy();
});

test("a function's credentials are those of its role, until the role is deleted", async () => {
  const role = { RoleName: "hello" };
  const policy = trusting({ Service: "lambda.amazonaws.com" });
  await server.iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: policy }));
  const tenant = { account: "000000000000", region: "eu-central-1" };
  const roleArn = "arn:aws:iam::000000000000:role/hello";
  const credentials = server.access.credentialsFor(roleArn, tenant, "hello-function");
  const client = new STSClient({ ...clientConfig(server.url), credentials });
  expect(await client.send(new GetCallerIdentityCommand())).toMatchObject({
    Account: "000000000000",
    Arn: "arn:aws:sts::000000000000:assumed-role/hello/hello-function",
  });
  await server.iam.send(new DeleteRoleCommand(role));
  await expect(client.send(new GetCallerIdentityCommand())).rejects.toMatchObject({
    name: "InvalidClientTokenId",
    message: "The security token included in the request is invalid.",
    $metadata: { httpStatusCode: 403 },
  });
  client.destroy();
});
