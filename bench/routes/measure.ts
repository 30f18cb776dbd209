import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { serviceSettings } from "../aws.ts";
import { startGatepool } from "../gatepool.ts";
import { serverCore } from "../machine.ts";
import type { Options } from "../options.ts";
import { startUpstream } from "../proxy/upstream.ts";
import { runWrk } from "../wrk.ts";

/** Requests a second in one round, to an API of 10 routes and to one of 1,000. */
export interface RouteSample {
  readonly few: number;
  readonly many: number;
}

/** The same call to APIs of different sizes. */
export async function measureRoutes({ rounds, seconds }: Options): Promise<RouteSample[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const upstream = await startUpstream(folder);
  const server = await startGatepool({
    dataDir: join(folder, "data"),
    cacheDir: join(folder, "compile-cache"),
    core: serverCore,
  });
  try {
    const backend = `http://127.0.0.1:${upstream.port}/hello`;
    const few = await deployRoutes(server.url, backend, 10);
    const many = await deployRoutes(server.url, backend, 1000);
    await runWrk(few, 1, []);
    await runWrk(many, 1, []);
    const samples: RouteSample[] = [];
    for (let round = 0; round < rounds; round++) {
      const sample = { few: await rateOf(few, seconds), many: await rateOf(many, seconds) };
      samples.push(sample);
      const rates = `${sample.few.toFixed(0)} and ${sample.many.toFixed(0)}`;
      console.log(`${round + 1} routes: ${rates} requests a second of 10 and of 1,000 routes`);
    }
    return samples;
  } finally {
    await server.stop();
    await upstream.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function rateOf(url: string, seconds: number): Promise<number> {
  const { requestsPerSecond, errors } = await runWrk(url, seconds, []);
  if (errors > 0) throw new Error(`${errors} calls to ${url} failed`);
  return requestsPerSecond;
}

/** Deploys an API of so many routes with path variables; answers the address of one of them. */
async function deployRoutes(server: string, backend: string, count: number): Promise<string> {
  const client = new ApiGatewayV2Client(serviceSettings(server));
  const api = { Name: `bench-${count}`, ProtocolType: "HTTP" } as const;
  const { ApiId } = await client.send(new CreateApiCommand(api));
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: "HTTP_PROXY",
      IntegrationMethod: "GET",
      IntegrationUri: backend,
      PayloadFormatVersion: "1.0",
    }),
  );
  const Target = `integrations/${IntegrationId}`;
  for (let number = 0; number < count; number++) {
    const RouteKey = `GET /shop-${number}/items/{id}`;
    await client.send(new CreateRouteCommand({ ApiId, RouteKey, Target }));
  }
  const { DeploymentId } = await client.send(new CreateDeploymentCommand({ ApiId }));
  await client.send(new CreateStageCommand({ ApiId, StageName: "$default", DeploymentId }));
  client.destroy();
  return `${server}/_api/${ApiId}/-/shop-${count / 2}/items/7`;
}
