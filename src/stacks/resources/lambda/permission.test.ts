import { RemovePermissionCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFunction } from "../../../../test/fixtures/functions.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import { permission } from "./permission.ts";

let server: Awaited<ReturnType<typeof resourceServer>>;
beforeAll(async () => {
  server = await resourceServer();
  await createFunction(server, "hello", { "app.py": "def handler(e, c):\n    return 1\n" });
});
afterAll(() => server.close());

const fromApi = {
  ...{ FunctionName: "hello", Action: "lambda:InvokeFunction" },
  Principal: "apigateway.amazonaws.com",
  SourceArn: "arn:aws:execute-api:us-east-1:000000000000:abc/*/*/hello",
};
const fromAccount = {
  ...{ FunctionName: "hello", Action: "lambda:InvokeFunctionUrl", Principal: "111122223333" },
  ...{ FunctionUrlAuthType: "AWS_IAM" },
};

test.each([
  ["a service", "Api", fromApi],
  ["an account", "Account", fromAccount],
])("the permission of %s stands in the policy until it is deleted", async (_, id, properties) => {
  const context = server.context(id);
  const { physicalId } = await permission.create(properties, context);
  const existing = { physicalId, properties };
  expect(await permission.read?.(existing, context)).toEqual(properties);
  expect(await permission.find?.(properties, context)).toBe(physicalId);
  await permission.delete(existing, context);
  expect(await permission.read?.(existing, context)).toBeUndefined();
});

test("one that was taken away by hand is gone, and deleting it says so", async () => {
  const context = server.context("Gone");
  const { physicalId } = await permission.create(fromApi, context);
  const statement = { FunctionName: "hello", StatementId: physicalId };
  await server.lambda.send(new RemovePermissionCommand(statement));
  expect(await permission.find?.(fromApi, context)).toBeUndefined();
  const removal = permission.delete({ physicalId, properties: fromApi }, context);
  await expect(removal).rejects.toMatchObject({ code: "ResourceNotFoundException" });
});
