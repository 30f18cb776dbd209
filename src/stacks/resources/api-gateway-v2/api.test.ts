import { GetApiCommand, GetRoutesCommand, UpdateApiCommand } from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloFunction, helloRole } from "../../../../test/fixtures/http-apis.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import { NeedsReplacement } from "../../resource.ts";
import { api } from "./api.ts";

let server: Awaited<ReturnType<typeof resourceServer>>;
beforeAll(async () => {
  server = await resourceServer();
});
afterAll(() => server.close());

const settings = {
  Name: "hello",
  ProtocolType: "HTTP",
  Description: "says hello",
  CorsConfiguration: { AllowOrigins: ["*"], MaxAge: 60 },
  Tags: { stage: "one", old: "yes" },
};

async function made(properties: object = settings, logicalId = "Api") {
  const context = server.context(logicalId);
  const { physicalId, attributes } = await api.create(properties, context);
  const now = () => server.apiGateway.send(new GetApiCommand({ ApiId: physicalId }));
  return { context, physicalId, attributes, now };
}

test("an API is made with the tags of its stack, and tells its addresses", async () => {
  const { physicalId, attributes, now } = await made();
  expect(await now()).toMatchObject({
    ...{ Name: "hello", Description: "says hello", CorsConfiguration: { MaxAge: 60 } },
    Tags: { stage: "one", old: "yes", department: "doors" },
  });
  expect(attributes).toEqual({
    ApiId: physicalId,
    ApiEndpoint: `https://${physicalId}.execute-api.us-east-1.amazonaws.com`,
    ExecuteApiArn: `arn:aws:execute-api:us-east-1:000000000000:${physicalId}`,
  });
});

test("what the template says no more is taken back", async () => {
  const { context, physicalId, now } = await made();
  const properties = { Name: "hullo", ProtocolType: "HTTP", Tags: { stage: "two" } };
  await api.update?.({ physicalId, properties, previous: settings }, context);
  const after = await now();
  expect(after).toMatchObject({ Name: "hullo", Description: "", Tags: { stage: "two" } });
  expect(after.CorsConfiguration).toBeUndefined();
  expect(after.Tags?.old).toBeUndefined();
});

test("a label can be changed, but not taken away", async () => {
  const previous = { ...settings, Version: "1" };
  const { context, physicalId } = await made(previous);
  const update = api.update?.({ physicalId, properties: settings, previous }, context);
  await expect(update).rejects.toThrow("Version can be changed but not taken away");
});

test("an API follows its target, and is replaced when it has none any more", async () => {
  const previous = { ...settings, Target: helloFunction };
  const { context, physicalId } = await made(previous);
  const properties = { ...previous, RouteKey: "GET /hello", CredentialsArn: helloRole };
  await api.update?.({ physicalId, properties, previous }, context);
  const { Items } = await server.apiGateway.send(new GetRoutesCommand({ ApiId: physicalId }));
  expect(Items).toMatchObject([{ RouteKey: "GET /hello" }]);
  const update = api.update?.({ physicalId, properties: settings, previous }, context);
  await expect(update).rejects.toThrow(NeedsReplacement);
});

test("what was changed by hand shows", async () => {
  const { context, physicalId } = await made();
  const existing = { physicalId, properties: settings };
  expect(await api.read?.(existing, context)).toEqual(settings);
  await server.apiGateway.send(new UpdateApiCommand({ ApiId: physicalId, Name: "mine" }));
  expect(await api.read?.(existing, context)).toEqual({ ...settings, Name: "mine" });
});

test("a creation that broke off is found, and no other", async () => {
  const { physicalId } = await made(settings, "Broken");
  expect(await api.find?.(settings, server.context("Broken"))).toBe(physicalId);
  expect(await api.find?.(settings, server.context("Broken", "another"))).toBeUndefined();
});

test("it is gone when it is deleted", async () => {
  const { context, physicalId, now } = await made();
  await api.delete({ physicalId, properties: settings }, context);
  await expect(now()).rejects.toThrow("Invalid API identifier");
  expect(await api.read?.({ physicalId, properties: settings }, context)).toBeUndefined();
});

test("an API that is imported is refused by the name of its property", async () => {
  const properties = { ...settings, Body: { openapi: "3.0.1" }, FailOnWarnings: false };
  expect(() => api.refuseUnsupported("Api", properties)).toThrow(
    "Properties validation failed for resource Api with message:\n" +
      "#/Body: this property of AWS::ApiGatewayV2::Api is not supported here",
  );
  await expect(api.create(properties, server.context("Api"))).rejects.toThrow("#/Body");
});
