import { GetStageCommand } from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloResources } from "../../../../test/fixtures/hello-resources.ts";
import { deployment } from "./deployment.ts";
import { stage } from "./stage.ts";

let server: Awaited<ReturnType<typeof helloResources>>;
beforeAll(async () => {
  server = await helloResources();
});
afterAll(() => server.close());

test("a stage serves a deployment, and lets go of its settings with the template", async () => {
  const { ApiId } = await server.helloApi();
  const DeploymentId = await server.make(deployment, { ApiId, Description: "first" });
  const settings = {
    ...{ ApiId, StageName: "api", DeploymentId, Description: "the one" },
    StageVariables: { colour: "blue", size: "xl" },
    DefaultRouteSettings: { ThrottlingBurstLimit: 5, ThrottlingRateLimit: 2 },
    RouteSettings: { "GET /hello": { ThrottlingBurstLimit: 1 } },
    Tags: { a: "1" },
  };
  expect(await server.make(stage, settings)).toBe("api");
  const existing = { physicalId: "api", properties: settings };
  expect(await stage.read?.(existing, server.part())).toEqual(settings);
  expect(await stage.find?.(settings, server.part())).toBe("api");
  expect(await stage.find?.(settings, server.context("Part", "another"))).toBeUndefined();
  const next = {
    ...{ ApiId, StageName: "api", DeploymentId: await server.make(deployment, { ApiId }) },
    StageVariables: { colour: "red" },
    DefaultRouteSettings: { ThrottlingBurstLimit: 6 },
  };
  expect(await server.change(stage, "api", settings, next)).toEqual(next);
  const now = await server.apiGateway.send(new GetStageCommand({ ApiId, StageName: "api" }));
  expect(now).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 10_000 } });
  expect(now).toMatchObject({ Description: "", RouteSettings: {}, Tags: { department: "doors" } });
  expect(now.Tags?.a).toBeUndefined();
  await deployment.delete({ physicalId: DeploymentId, properties: { ApiId } }, server.part());
  await stage.delete({ physicalId: "api", properties: next }, server.part());
  expect(
    await stage.read?.({ physicalId: "api", properties: next }, server.part()),
  ).toBeUndefined();
});
