import { GetDeploymentsCommand, GetStageCommand } from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloResources } from "../../../../test/fixtures/hello-resources.ts";
import { deployment } from "./deployment.ts";
import { stage } from "./stage.ts";

let server: Awaited<ReturnType<typeof helloResources>>;
beforeAll(async () => {
  server = await helloResources();
});
afterAll(() => server.close());

test("a deployment goes to the stage that it names, and stays while that serves it", async () => {
  const { ApiId } = await server.helloApi();
  for (const StageName of ["one", "two"]) await server.make(stage, { ApiId, StageName });
  const first = { ApiId, StageName: "one", Description: "mine" };
  const physicalId = await server.make(deployment, first);
  expect(await deployment.alike?.(first, server.part())).toEqual([physicalId]);
  const second = { ApiId, StageName: "two" };
  expect(await deployment.alike?.(second, server.part())).toEqual([]);
  await server.change(deployment, physicalId, first, second);
  const now = await server.apiGateway.send(new GetStageCommand({ ApiId, StageName: "two" }));
  expect(now.DeploymentId).toBe(physicalId);
  await deployment.delete({ physicalId, properties: second }, server.part());
  const left = await server.apiGateway.send(new GetDeploymentsCommand({ ApiId }));
  expect(left.Items).toHaveLength(1);
  const unnamed = deployment.delete({ physicalId, properties: { ApiId } }, server.part());
  await expect(unnamed).rejects.toThrow("Active stages pointing to this deployment");
});
