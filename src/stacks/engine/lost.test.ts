import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryStorage } from "../../../test/fixtures/storage.ts";
import { systemClock } from "../../foundation/clock.ts";
import { createLog } from "../../foundation/log.ts";
import { secureRandom } from "../../foundation/random.ts";
import { createInProcess } from "../../wire/in-process.ts";
import type { Stack } from "../domain/stack.ts";
import { ExportStore } from "../export-store.ts";
import { LeaseStore } from "../lease-store.ts";
import { resource } from "../resource.ts";
import { servicesFor } from "../services.ts";
import { StackStore } from "../stack-store.ts";
import { Engine } from "./engine.ts";
import { prepare } from "./prepare.ts";

const tenant = { account: "111122223333", region: "us-east-1" };
const [stackName, stackId] = ["s", "arn:aws:cloudformation:us-east-1:1:stack/s/1"];

/** Route keys by the ids that the service chose. */
let world: Map<string, string>;
/** A key at which creation stops for good, as if the server had died. */
let hanging: string | undefined;
let made: number;

function makeByHand(routeKey: string): string {
  made += 1;
  world.set(`route-${made}`, routeKey);
  return `route-${made}`;
}

const route = resource("AWS::ApiGatewayV2::Route", {
  async create({ RouteKey }) {
    const physicalId = makeByHand(RouteKey);
    if (RouteKey === hanging) await new Promise(() => {});
    return { physicalId };
  },
  async delete({ physicalId }) {
    world.delete(physicalId);
  },
  async alike({ RouteKey }) {
    if (RouteKey === "unlisted") throw new Error("nobody may list these");
    return [...world].filter(([, key]) => key === RouteKey).map(([id]) => id);
  },
});

describe("what a creation has made that broke off", () => {
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;
  let store: StackStore;

  beforeEach(async () => {
    [world, hanging, made] = [new Map(), undefined, 0];
    storage = await temporaryStorage();
    store = new StackStore(storage.records, storage.keyring);
  });

  afterEach(() => storage.close());

  function parts() {
    return {
      ...{ store, clock: systemClock, random: secureRandom, log: createLog("silent") },
      types: new Map([[route.type, route]]),
      exports: new ExportStore(storage.records),
      leases: new LeaseStore({
        ...{ records: storage.records, clock: systemClock },
        ...{ node: secureRandom.uuid(), shared: false },
      }),
      lookup: () => async () => undefined,
      servicesFor: () =>
        servicesFor(createInProcess([], secureRandom), { tenant, callerArn: "arn" }),
    };
  }

  function prepared(routeKeys: Readonly<Record<string, string>>) {
    const resources = Object.entries(routeKeys).map(([id, RouteKey]) => [
      id,
      { Type: route.type, Properties: { ApiId: "api", RouteKey } },
    ]);
    const templateBody = JSON.stringify({ Resources: Object.fromEntries(resources) });
    const asked = { templateBody, given: [], tags: {}, capabilities: [], notificationArns: [] };
    return prepare(parts(), { tenant, stackId, stackName }, asked);
  }

  async function begin(engine: Engine, routeKeys: Readonly<Record<string, string>>) {
    const ready = await prepared(routeKeys);
    const stack: Stack = {
      ...{ tenant, id: stackId, name: stackName, status: "CREATE_IN_PROGRESS" },
      ...{ target: ready.definition, outputs: [], terminationProtection: false },
      ...{ disableRollback: false, createdAt: systemClock.now() },
    };
    expect(await engine.create(stack, ready)).toBe(true);
  }

  async function resumed() {
    const engine = new Engine(parts());
    await engine.resume();
    await engine.settled(stackId, 10_000);
    return (await store.get(stackId))?.value.status;
  }

  it("goes, and what was there before stays", async () => {
    const another = makeByHand("one");
    hanging = "one";
    await begin(new Engine(parts()), { A: "one" });
    await expect.poll(() => world.size).toBe(2);
    expect(await resumed()).toBe("ROLLBACK_COMPLETE");
    expect([...world.keys()]).toEqual([another]);
  });

  it("goes for each of several that are alike", async () => {
    hanging = "one";
    await begin(new Engine(parts()), { A: "one", B: "one" });
    await expect.poll(() => world.size).toBe(2);
    expect(await resumed()).toBe("ROLLBACK_COMPLETE");
    expect(world.size).toBe(0);
  });

  it("goes after an update too, and what took its place comes back", async () => {
    const engine = new Engine(parts());
    await begin(engine, { A: "one" });
    await engine.settled(stackId, 10_000);
    const another = makeByHand("two");
    hanging = "two";
    await engine.change(stackId, await prepared({ A: "two", B: "two" }), { check() {} });
    await expect.poll(() => world.size).toBe(4);
    expect(await resumed()).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect([...world.keys()]).toEqual(["route-1", another]);
    const [kept] = await store.resources(stackId);
    expect(kept).toMatchObject({ physicalId: "route-1" });
    expect(kept).not.toHaveProperty("stoodBefore");
  });

  it("is left where nobody can say what was there before", async () => {
    hanging = "unlisted";
    await begin(new Engine(parts()), { A: "unlisted" });
    await expect.poll(() => world.size).toBe(1);
    expect(await resumed()).toBe("ROLLBACK_COMPLETE");
    expect(world.size).toBe(1);
  });
});
