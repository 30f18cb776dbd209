import { rm } from "node:fs/promises";
import {
  CreateDeploymentCommand,
  CreateRouteCommand,
  DeleteApiCommand,
  DeleteIntegrationCommand,
  DeleteRouteCommand,
  GetRoutesCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createFunctionIntegration,
  createHelloApi,
  createHttpApi,
  startNode,
} from "../../test/fixtures/http-apis.ts";
import { temporaryFolder, temporaryPostgres } from "../../test/fixtures/storage.ts";
import { systemClock } from "../foundation/clock.ts";
import { createLog } from "../foundation/log.ts";
import { secureRandom } from "../foundation/random.ts";
import { openKeyring, readOrCreateMasterKey } from "../storage/keyring.ts";
import { openPostgres } from "../storage/postgres/index.ts";

let database: Awaited<ReturnType<typeof temporaryPostgres>>;
let folder: string;
let one: Awaited<ReturnType<typeof start>>;
let two: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  database = await temporaryPostgres();
  folder = await temporaryFolder();
  one = await start();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  two = await start();
  two.apis.follow();
});
afterEach(async () => {
  vi.useRealTimers();
  await two.close();
  await one.close();
  await database.close();
  await rm(folder, { recursive: true });
});

test("what one deploys and removes, the other serves and forgets within a second", async () => {
  const { apiId } = await createHelloApi(one.client);
  expect(two.plans.get(apiId, "api")).toBeUndefined();
  vi.advanceTimersByTime(1000);
  await vi.waitFor(() => expect(two.plans.get(apiId, "api")).toEqual(one.plans.get(apiId, "api")));
  await one.client.send(new DeleteApiCommand({ ApiId: apiId }));
  await vi.waitFor(() => {
    vi.advanceTimersByTime(1000);
    expect(two.plans.api(apiId)).toBeUndefined();
  });
});

test("only what has changed is loaded again", async () => {
  const changed = await createHelloApi(one.client);
  const same = await createHelloApi(one.client);
  vi.advanceTimersByTime(1000);
  await vi.waitFor(() => expect(two.plans.get(same.apiId, "api")).toBeDefined());
  const before = two.plans.api(same.apiId);
  await one.client.send(new DeleteRouteCommand({ ApiId: changed.apiId, RouteId: changed.routeId }));
  await createHttpApi(one.client);
  const after = two.plans.api(changed.apiId);
  await vi.waitFor(() => {
    vi.advanceTimersByTime(1000);
    expect(two.plans.api(changed.apiId)).not.toBe(after);
  });
  expect(two.plans.api(same.apiId)).toBe(before);
});

test("routes made on both at once are all there", async () => {
  const ApiId = await createHttpApi(one.client);
  const clients = [one.client, two.client];
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      clients[index % 2]?.send(new CreateRouteCommand({ ApiId, RouteKey: `GET /r${index}` })),
    ),
  );
  const page = new GetRoutesCommand({ ApiId, MaxResults: "100" });
  expect((await two.client.send(page)).Items).toHaveLength(40);
});

test("a route and the removal of its integration on two nodes never both succeed", async () => {
  const ApiId = await createHttpApi(one.client);
  for (let round = 0; round < 10; round++) {
    const IntegrationId = await createFunctionIntegration(one.client, ApiId);
    const route = { RouteKey: `GET /r${round}`, Target: `integrations/${IntegrationId}` };
    const outcomes = await Promise.allSettled([
      one.client.send(new DeleteIntegrationCommand({ ApiId, IntegrationId })),
      two.client.send(new CreateRouteCommand({ ApiId, ...route })),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});

test("a deployment on one node while the other adds routes holds a whole moment", async () => {
  const { apiId: ApiId, integrationId } = await createHelloApi(one.client);
  const Target = `integrations/${integrationId}`;
  const keys = Array.from({ length: 20 }, (_, index) => `GET /r${index}`);
  const adding = Promise.all(
    keys.map((RouteKey) => one.client.send(new CreateRouteCommand({ ApiId, RouteKey, Target }))),
  );
  await two.client.send(new CreateDeploymentCommand({ ApiId, StageName: "api" }));
  await adding;
  await two.client.send(new CreateDeploymentCommand({ ApiId, StageName: "api" }));
  expect(two.plans.get(ApiId, "api")?.routes).toHaveLength(21);
  expect(two.plans.get(ApiId, "api")?.undeployed).toEqual([]);
});

/** A node on the database that both share. */
async function start() {
  const surroundings = { clock: systemClock, log: createLog("silent") };
  const records = await openPostgres({ url: database.url, ...surroundings });
  const masterKey = await readOrCreateMasterKey(folder, secureRandom);
  const keyring = await openKeyring({ records, masterKey, random: secureRandom, ...surroundings });
  const node = await startNode(records, keyring);
  return {
    ...node,
    async close() {
      await node.close();
      keyring.close();
      await records.close();
    },
  };
}
