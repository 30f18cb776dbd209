import { GetIntegrationCommand } from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloResources } from "../../../../test/fixtures/hello-resources.ts";
import { helloFunction } from "../../../../test/fixtures/http-apis.ts";
import { integration } from "./integration.ts";

let server: Awaited<ReturnType<typeof helloResources>>;
beforeAll(async () => {
  server = await helloResources();
});
afterAll(() => server.close());

test("an integration is made as it is written, and loses what is taken out of it", async () => {
  const { ApiId, IntegrationId, target } = await server.helloApi();
  const existing = { physicalId: IntegrationId, properties: target };
  expect(await integration.read?.(existing, server.part())).toEqual(target);
  const less = {
    ...{ ApiId, IntegrationType: "AWS_PROXY", IntegrationUri: helloFunction },
    RequestParameters: { "append:header.a": "4" },
    ResponseParameters: { "200": target.ResponseParameters["200"] },
  };
  expect(await server.change(integration, IntegrationId, target, less)).toEqual(less);
  const get = new GetIntegrationCommand({ ApiId, IntegrationId });
  const now = await server.apiGateway.send(get);
  expect(now).toMatchObject({ TimeoutInMillis: 30_000, PayloadFormatVersion: "1.0" });
  expect(now.CredentialsArn).toBeUndefined();
});

test("integrations are alike when all that their template says is the same", async () => {
  const { IntegrationId, target } = await server.helloApi();
  expect(await integration.alike?.(target, server.part())).toEqual([IntegrationId]);
  const twin = await server.make(integration, target);
  const alike = await integration.alike?.(target, server.part());
  expect(alike?.toSorted()).toEqual([IntegrationId, twin].sort());
  const slower = { ...target, TimeoutInMillis: 2000 };
  expect(await integration.alike?.(slower, server.part())).toEqual([]);
  expect(await integration.alike?.({ ...target, ApiId: "gone" }, server.part())).toEqual([]);
});
