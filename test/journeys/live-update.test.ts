import { once } from "node:events";
import type { ServerResponse } from "node:http";
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiCommand,
  DeleteRouteCommand,
  DeleteStageCommand,
  UpdateApiCommand,
  UpdateIntegrationCommand,
  UpdateRouteCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { serveHttp } from "../fixtures/gateway.ts";
import { present } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";

// A change of an API that serves requests: those under way end as they began, and the next one
// meets the new state.

const StageName = "$default";
/** Answers of the backend that the test still holds back. */
const held: ServerResponse[] = [];
let backend: Awaited<ReturnType<typeof serveHttp>>;
let server: Awaited<ReturnType<typeof temporaryServer>>;
let client: ApiGatewayV2Client;
let logs: CloudWatchLogsClient;

beforeAll(async () => {
  backend = await serveHttp((request, response) => {
    if (request.url !== "/slow") {
      response.end(request.url);
      return;
    }
    response.write("begun, ");
    held.push(response);
  });
  server = await temporaryServer();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const config = { endpoint: server.url, region: "us-east-1", credentials };
  client = new ApiGatewayV2Client(config);
  logs = new CloudWatchLogsClient(config);
});
afterAll(async () => {
  await server.close();
  await backend.close();
});

/** An API with two routes to the slow backend, which deploys each change by itself. */
async function createApi() {
  const api = await client.send(new CreateApiCommand({ Name: "live", ProtocolType: "HTTP" }));
  const ApiId = present(api.ApiId);
  const integration = await client.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: "HTTP_PROXY",
      IntegrationMethod: "ANY",
      IntegrationUri: `${backend.url}/slow`,
      PayloadFormatVersion: "1.0",
    }),
  );
  const Target = `integrations/${integration.IntegrationId}`;
  const route = await client.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /a", Target }));
  await client.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /b", Target }));
  await client.send(new CreateStageCommand({ ApiId, StageName, AutoDeploy: true }));
  return {
    ApiId,
    RouteId: present(route.RouteId),
    IntegrationId: present(integration.IntegrationId),
    call: () => fetch(`${server.url}/_api/${ApiId}/-/a`, { headers: { origin: "https://a.b" } }),
  };
}

type LiveApi = Awaited<ReturnType<typeof createApi>>;

const changes: [string, (api: LiveApi) => Promise<unknown>, number][] = [
  [
    "a route is deleted",
    ({ ApiId, RouteId }) => client.send(new DeleteRouteCommand({ ApiId, RouteId })),
    404,
  ],
  [
    "a route gets another key",
    ({ ApiId, RouteId }) =>
      client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: "GET /c" })),
    404,
  ],
  [
    "the integration goes elsewhere",
    ({ ApiId, IntegrationId }) => {
      const IntegrationUri = `${backend.url}/other`;
      return client.send(new UpdateIntegrationCommand({ ApiId, IntegrationId, IntegrationUri }));
    },
    200,
  ],
  [
    "the stage is shut by a limit",
    ({ ApiId }) => {
      const DefaultRouteSettings = { ThrottlingRateLimit: 0, ThrottlingBurstLimit: 0 };
      return client.send(new UpdateStageCommand({ ApiId, StageName, DefaultRouteSettings }));
    },
    429,
  ],
  [
    "the stage is deleted",
    ({ ApiId }) => client.send(new DeleteStageCommand({ ApiId, StageName })),
    404,
  ],
  [
    "the API is disabled",
    ({ ApiId }) => client.send(new UpdateApiCommand({ ApiId, DisableExecuteApiEndpoint: true })),
    404,
  ],
  ["the API is deleted", ({ ApiId }) => client.send(new DeleteApiCommand({ ApiId })), 404],
];

test.each(changes)("%s", async (_, change, statusAfter) => {
  const api = await createApi();
  const before = await api.call();
  await change(api);
  const after = await api.call();
  expect(after.status).toBe(statusAfter);
  await after.text();
  held.shift()?.end("and ended");
  expect(before.status).toBe(200);
  expect(await before.text()).toBe("begun, and ended");
});

test("CORS that is configured is there for the next request", async () => {
  const api = await createApi();
  const before = await api.call();
  const CorsConfiguration = { AllowOrigins: ["https://a.b"] };
  await client.send(new UpdateApiCommand({ ApiId: api.ApiId, CorsConfiguration }));
  const after = await api.call();
  for (const response of held.splice(0)) response.end("and ended");
  expect(before.headers.get("access-control-allow-origin")).toBeNull();
  expect(after.headers.get("access-control-allow-origin")).toBe("https://a.b");
  expect(await before.text()).toBe(await after.text());
});

test("a client that goes away is let go by the backend, whatever was changed", async () => {
  const api = await createApi();
  const leaving = new AbortController();
  await fetch(`${server.url}/_api/${api.ApiId}/-/a`, { signal: leaving.signal });
  await client.send(new DeleteApiCommand({ ApiId: api.ApiId }));
  const gone = once(present(held.shift()), "close");
  leaving.abort();
  await gone;
});

test("a stage logs from the moment on that it is told to, where AWS's clients read", async () => {
  const api = await createApi();
  const call = async () => {
    const response = await api.call();
    held.shift()?.end("and ended");
    await response.text();
    return response.headers.get("apigw-requestid");
  };
  await call();
  const AccessLogSettings = {
    DestinationArn: "arn:aws:logs:us-east-1:000000000000:log-group:/apis/live",
    Format: "$context.requestId $context.status $context.responseLength",
  };
  await client.send(new UpdateStageCommand({ ApiId: api.ApiId, StageName, AccessLogSettings }));
  const id = await call();
  const read = () => logs.send(new FilterLogEventsCommand({ logGroupName: "/apis/live" }));
  const { events } = await vi.waitFor(read);
  expect(events).toMatchObject([
    { logStreamName: `${api.ApiId}/${StageName}`, message: `${id} 200 16` },
  ]);
});
