import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateStageCommand,
  DeleteRouteCommand,
  GetRoutesCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createHelloApi,
  helloFunction,
  helloRole,
  localIssuer,
  startNode,
  temporaryApis,
} from "../../test/fixtures/http-apis.ts";
import { temporaryFolder } from "../../test/fixtures/storage.ts";
import { systemClock } from "../foundation/clock.ts";
import { createLog } from "../foundation/log.ts";
import { secureRandom } from "../foundation/random.ts";
import { openKeyring, readOrCreateMasterKey } from "../storage/keyring.ts";
import { openSqlite } from "../storage/sqlite/index.ts";
import { ApiStore } from "./store.ts";

describe("one node", () => {
  let control: Awaited<ReturnType<typeof temporaryApis>>;
  beforeEach(async () => {
    control = await temporaryApis();
  });
  afterEach(() => control.close());

  test("journey 1's template becomes this plan", async () => {
    const hello = await createHelloApi(control.client);
    expect(control.plans.get(hello.apiId, "api")).toEqual({
      apiId: hello.apiId,
      account: "000000000000",
      region: "us-east-1",
      stage: "api",
      deploymentId: hello.deploymentId,
      variables: {},
      cors: {
        allowOrigins: [],
        allowMethods: [],
        allowHeaders: [],
        exposeHeaders: [],
        allowCredentials: false,
        maxAgeSeconds: 123,
      },
      routes: [
        {
          routeId: hello.routeId,
          routeKey: "GET /hello",
          authorizer: {
            kind: "jwt",
            authorizerId: hello.authorizerId,
            name: "members",
            identitySource: { from: "header", name: "Authorization" },
            issuer: localIssuer,
            audience: ["client"],
          },
          scopes: [],
          integration: {
            kind: "function",
            integrationId: hello.integrationId,
            functionArn: helloFunction,
            credentialsArn: helloRole,
            payloadFormat: "1.0",
            timeoutMs: 30_000,
          },
        },
      ],
      undeployed: [],
    });
  });

  test("a stage that a change leaves as it is keeps its plan", async () => {
    const { apiId: ApiId, deploymentId: DeploymentId } = await createHelloApi(control.client);
    const before = control.plans.get(ApiId, "api");
    const make = new CreateStageCommand({ ApiId, StageName: "other", DeploymentId });
    await control.client.send(make);
    expect(control.plans.get(ApiId, "api")).toBe(before);
  });

  test("an API whose removal was cut short is removed at the next start", async () => {
    const { apiId } = await createHelloApi(control.client);
    const store = new ApiStore(control.storage.records);
    await store.remove(apiId);
    expect(await store.routes.all(apiId)).toHaveLength(1);
    await control.apis.load();
    expect(control.plans.api(apiId)).toBeUndefined();
    expect(await store.routes.all(apiId)).toEqual([]);
    expect(await store.deployments.all(apiId)).toEqual([]);
    expect(await store.uncleared()).toEqual([]);
  });

  test("routes that are changed, deleted and guarded at once end up whole", async () => {
    const { apiId: ApiId, routeId: RouteId } = await createHelloApi(control.client);
    const update = (RouteKey: string) =>
      control.client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey }));
    await Promise.all(Array.from({ length: 20 }, (_, index) => update(`GET /r${index}`)));
    const { Items = [] } = await control.client.send(new GetRoutesCommand({ ApiId }));
    expect(Items).toHaveLength(1);
    expect(Items[0]).toMatchObject({ AuthorizationType: "JWT" });
    const store = new ApiStore(control.storage.records);
    const keys = Array.from({ length: 20 }, (_, index) => `GET /r${index}`);
    const held = await Promise.all(keys.map((key) => store.routeLike(ApiId, key)));
    expect(held.filter(Boolean)).toMatchObject([{ routeKey: Items[0]?.RouteKey }]);
  });
});

test("after a restart the same is served", async () => {
  const folder = await temporaryFolder();
  const first = await start(folder);
  const { apiId, routeId: RouteId } = await createHelloApi(first.client);
  await first.client.send(new DeleteRouteCommand({ ApiId: apiId, RouteId }));
  const served = first.plans.get(apiId, "api");
  expect(served?.routes).toHaveLength(1);
  await first.close();
  const second = await start(folder);
  expect(second.plans.get(apiId, "api")).toEqual(served);
  await second.close();
  await rm(folder, { recursive: true });
});

/** A node on a database in a folder. */
async function start(folder: string) {
  const file = join(folder, "gatepool.db");
  const records = await openSqlite({ file, clock: systemClock, log: createLog("silent") });
  const masterKey = await readOrCreateMasterKey(folder, secureRandom);
  const keyring = await openKeyring({
    records,
    masterKey,
    random: secureRandom,
    clock: systemClock,
  });
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
