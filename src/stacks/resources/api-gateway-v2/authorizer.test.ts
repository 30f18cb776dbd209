import { GetAuthorizerCommand } from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloResources } from "../../../../test/fixtures/hello-resources.ts";
import { api } from "./api.ts";
import { authorizer } from "./authorizer.ts";

let server: Awaited<ReturnType<typeof helloResources>>;
beforeAll(async () => {
  server = await helloResources();
});
afterAll(() => server.close());

test("an authorizer is made, changed, read and deleted", async () => {
  const { ApiId, AuthorizerId, guard } = await server.helloApi();
  const existing = { physicalId: AuthorizerId, properties: guard };
  expect(await authorizer.read?.(existing, server.part())).toEqual(guard);
  const other = { ...guard, Name: "others", JwtConfiguration: { ...guard.JwtConfiguration } };
  expect(await server.change(authorizer, AuthorizerId, guard, other)).toEqual(other);
  const { IdentitySource: _, ...without } = guard;
  await expect(server.change(authorizer, AuthorizerId, guard, without)).rejects.toThrow(
    "IdentitySource",
  );
  const free = await server.make(authorizer, guard);
  await authorizer.delete({ physicalId: free, properties: guard }, server.part());
  const found = server.apiGateway.send(new GetAuthorizerCommand({ ApiId, AuthorizerId: free }));
  await expect(found).rejects.toThrow("Invalid Authorizer identifier");
});

test("an authorizer that is a function is refused by name, and not left out", async () => {
  const properties = { ApiId: "x", Name: "y", AuthorizerType: "REQUEST", AuthorizerUri: "arn" };
  await expect(server.make(authorizer, properties)).rejects.toThrow(
    "#/AuthorizerUri: this property of",
  );
  const ApiId = await server.make(api, { Name: "hello", ProtocolType: "HTTP" });
  const bare = { ApiId, Name: "y", AuthorizerType: "REQUEST", IdentitySource: [] };
  await expect(server.make(authorizer, bare)).rejects.toThrow(
    "authorizerType 'REQUEST' is not supported",
  );
});

test("authorizers are alike when all that their template says is the same", async () => {
  const { AuthorizerId, guard } = await server.helloApi();
  expect(await authorizer.alike?.(guard, server.part())).toEqual([AuthorizerId]);
  expect(await authorizer.alike?.({ ...guard, Name: "others" }, server.part())).toEqual([]);
});
