import { UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFunction } from "../../../../test/fixtures/functions.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import { alias } from "./alias.ts";
import { url } from "./url.ts";
import { version } from "./version.ts";

let server: Awaited<ReturnType<typeof resourceServer>>;
beforeAll(async () => {
  server = await resourceServer();
  await createFunction(server, "hello", { "app.py": "def handler(e, c):\n    return 1\n" });
});
afterAll(() => server.close());

const arn = "arn:aws:lambda:us-east-1:000000000000:function:hello";

test("versions, an alias and its address come and go", async () => {
  const context = server.context("Part");
  const properties = { FunctionName: "hello", Description: "first" };
  const first = await version.create(properties, context);
  expect(first).toEqual({
    physicalId: `${arn}:1`,
    attributes: { FunctionArn: `${arn}:1`, Version: "1" },
  });
  const standing = { physicalId: first.physicalId, properties };
  expect(await version.read?.(standing, context)).toEqual(properties);
  const again = version.create(properties, context);
  await expect(again).rejects.toThrow("A version for this Lambda function exists ( 1 )");
  await server.lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: "hello", Timeout: 9 }),
  );
  await version.create({ FunctionName: "hello" }, context);
  expect(await version.alike?.(properties, context)).toEqual([`${arn}:1`]);

  const split = {
    ...{ FunctionName: "hello", Name: "live", FunctionVersion: "1", Description: "live" },
    RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: "2", FunctionWeight: 0.1 }] },
  };
  const { physicalId } = await alias.create(split, context);
  expect(physicalId).toBe(`${arn}:live`);
  expect(await alias.alike?.(split, context)).toEqual([physicalId]);
  expect(await alias.alike?.({ ...split, Name: "other" }, context)).toEqual([]);
  expect(await alias.read?.({ physicalId, properties: split }, context)).toEqual(split);
  const whole = { FunctionName: "hello", Name: "live", FunctionVersion: "2" };
  await alias.update?.({ physicalId, properties: whole, previous: split }, context);
  expect(await alias.read?.({ physicalId, properties: split }, context)).toEqual({
    ...{ ...whole, Description: "" },
    RoutingConfig: { AdditionalVersionWeights: [] },
  });

  const open = { TargetFunctionArn: "hello", Qualifier: "live", AuthType: "NONE" };
  const shared = { ...open, AuthType: "AWS_IAM", Cors: { AllowOrigins: ["*"] } };
  const address = await url.create(shared, context);
  expect(address).toMatchObject({
    physicalId: `${arn}:live`,
    attributes: { FunctionUrl: expect.stringMatching(/^https:\/\/.*\.lambda-url\./) },
  });
  const existing = { physicalId: address.physicalId, properties: shared };
  expect(await url.read?.(existing, context)).toEqual(shared);
  await url.update?.({ ...existing, properties: open, previous: shared }, context);
  expect(await url.read?.(existing, context)).toEqual(open);
  expect(await url.alike?.(open, context)).toEqual([address.physicalId]);

  await url.delete(existing, context);
  expect(await url.read?.(existing, context)).toBeUndefined();
  expect(await url.alike?.(open, context)).toEqual([]);
  await alias.delete({ physicalId, properties: whole }, context);
  expect(await alias.read?.({ physicalId, properties: whole }, context)).toBeUndefined();
  await version.delete(standing, context);
  expect(await version.read?.(standing, context)).toBeUndefined();
});

test("concurrency that nothing provides is refused by name", () => {
  const ProvisionedConcurrencyConfig = { ProvisionedConcurrentExecutions: 1 };
  for (const type of [alias, version]) {
    expect(() => type.refuseUnsupported("Part", { ProvisionedConcurrencyConfig })).toThrow(
      `#/ProvisionedConcurrencyConfig: this property of ${type.type} is not supported here`,
    );
  }
});
