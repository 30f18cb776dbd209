import { GetRouteCommand, UpdateRouteCommand } from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloResources } from "../../../../test/fixtures/hello-resources.ts";
import { route } from "./route.ts";

let server: Awaited<ReturnType<typeof helloResources>>;
beforeAll(async () => {
  server = await helloResources();
});
afterAll(() => server.close());

test("a route is made, opened by its template alone, and shows what was done by hand", async () => {
  const { ApiId, RouteId, way } = await server.helloApi();
  const existing = { physicalId: RouteId, properties: way };
  expect(await route.read?.(existing, server.part())).toEqual(way);
  const open = { ApiId, RouteKey: "GET /hullo", Target: way.Target };
  expect(await server.change(route, RouteId, way, open)).toEqual(open);
  const get = new GetRouteCommand({ ApiId, RouteId });
  expect(await server.apiGateway.send(get)).toMatchObject({ AuthorizationType: "NONE" });
  expect(await server.change(route, RouteId, open, way)).toEqual(way);
  await server.apiGateway.send(
    new UpdateRouteCommand({ ApiId, RouteId, AuthorizationType: "NONE" }),
  );
  expect(await route.read?.(existing, server.part())).toMatchObject({
    AuthorizationType: "NONE",
  });
  await route.delete(existing, server.part());
  expect(await route.read?.(existing, server.part())).toBeUndefined();
  await expect(route.delete(existing, server.part())).rejects.toMatchObject({
    code: "NotFoundException",
  });
});

test("a route is like another that has its key, in its own API", async () => {
  const { ApiId, RouteId, way } = await server.helloApi();
  expect(await route.alike?.({ ApiId, RouteKey: way.RouteKey }, server.part())).toEqual([RouteId]);
  expect(await route.alike?.({ ...way, RouteKey: "GET /hullo" }, server.part())).toEqual([]);
  expect(await route.alike?.({ ...way, ApiId: "gone" }, server.part())).toEqual([]);
});
