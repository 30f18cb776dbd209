import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engineNames, temporaryStorage } from "../../../test/fixtures/storage.ts";
import { systemClock } from "../../foundation/clock.ts";
import { Fault } from "../../foundation/fault.ts";
import { createLog } from "../../foundation/log.ts";
import { secureRandom } from "../../foundation/random.ts";
import { createInProcess } from "../../wire/in-process.ts";
import type { Stack, StackResource } from "../domain/stack.ts";
import { EventStore } from "../event-store.ts";
import { ExportStore } from "../export-store.ts";
import { LeaseStore } from "../lease-store.ts";
import { resource } from "../resource.ts";
import { servicesFor } from "../services.ts";
import { StackStore } from "../stack-store.ts";
import { Engine } from "./engine.ts";
import { prepare } from "./prepare.ts";

const tenant = { account: "111122223333", region: "us-east-1" };

/** Parameters by name: what a stack's resources are outside of the stack. */
let world: Map<string, string>;
/** What SSM parameters say that are no resources. */
let known: Map<string, string>;
/** Names at which creation stops for good, as if the server had died, and those for removal. */
let hanging: Set<string>;
let stuck: Set<string>;

const parameter = resource("AWS::SSM::Parameter", {
  async create({ Name, Value }, { physicalName }) {
    const name = Name ?? physicalName();
    if (Value.startsWith("bad")) throw new Fault("ValidationException", `${Value} is not good`);
    world.set(name, Value);
    if (hanging.has(name)) await new Promise(() => {});
    return { physicalId: name, attributes: { Value, Type: "String" } };
  },
  async update({ physicalId, properties: { Value } }) {
    if (Value.startsWith("bad")) throw new Fault("ValidationException", `${Value} is not good`);
    world.set(physicalId, Value);
    return { physicalId, attributes: { Value, Type: "String" } };
  },
  async delete({ physicalId, properties: { Value } }) {
    if (stuck.has(physicalId)) await new Promise(() => {});
    if (Value === "sticky") throw new Fault("ResourceInUse", `${physicalId} is in use`);
    world.delete(physicalId);
  },
  find: async ({ Name }) => (Name !== undefined && world.has(Name) ? Name : undefined),
});

type Given = Record<string, { Name?: string; Value: unknown; policies?: object; after?: string }>;

function templateOf(given: Given, Outputs: object = {}): string {
  const resources = Object.entries(given).map(([id, { policies, after, ...properties }]) => [
    id,
    {
      ...{ Type: "AWS::SSM::Parameter", Properties: { Type: "String", ...properties } },
      ...policies,
      ...(after !== undefined && { DependsOn: after }),
    },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(resources), Outputs });
}

describe.each(engineNames)("stacks on %s", (name) => {
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;
  let store: StackStore;
  let events: EventStore;
  let engine: Engine;

  beforeEach(async () => {
    world = new Map();
    hanging = new Set();
    stuck = new Set();
    known = new Map();
    storage = await temporaryStorage({ engine: name });
    store = new StackStore(storage.records, storage.keyring);
    events = new EventStore(storage.records);
    engine = newEngine();
  });

  afterEach(() => storage.close());

  function parts() {
    const [records, clock] = [storage.records, systemClock];
    return {
      ...{ store, clock, random: secureRandom, log: createLog("silent") },
      types: new Map([[parameter.type, parameter]]),
      exports: new ExportStore(records),
      leases: new LeaseStore({ records, clock, shared: false, node: secureRandom.uuid() }),
      lookup: () => async (parameterName: string) => known.get(parameterName),
      servicesFor: () =>
        servicesFor(createInProcess([], secureRandom), { tenant, callerArn: "arn" }),
    };
  }

  const newEngine = () => new Engine(parts());

  function prepared(stackName: string, templateBody: string) {
    const asked = { templateBody, given: [], tags: {}, capabilities: [], notificationArns: [] };
    return prepare(parts(), { tenant, stackId: idOf(stackName), stackName }, asked);
  }

  const idOf = (stackName: string) => `arn:aws:cloudformation:us-east-1:1:stack/${stackName}/1`;

  async function create(stackName: string, templateBody: string): Promise<Stack> {
    await begin(stackName, templateBody);
    return settled(stackName);
  }

  async function begin(stackName: string, templateBody: string): Promise<void> {
    const ready = await prepared(stackName, templateBody);
    const stack: Stack = {
      ...{ tenant, id: idOf(stackName), name: stackName, status: "CREATE_IN_PROGRESS" },
      ...{ target: ready.definition, outputs: [], terminationProtection: false },
      ...{ disableRollback: false, createdAt: systemClock.now() },
    };
    expect(await engine.create(stack, ready)).toBe(true);
  }

  async function update(stackName: string, templateBody: string): Promise<Stack> {
    await engine.change(idOf(stackName), await prepared(stackName, templateBody), { check() {} });
    return settled(stackName);
  }

  async function settled(stackName: string): Promise<Stack> {
    await engine.settled(idOf(stackName), 10_000);
    const stored = await store.get(idOf(stackName));
    if (!stored) throw new Error("no stack");
    return stored.value;
  }

  async function told(stackName: string): Promise<string[]> {
    const { items } = await events.list(idOf(stackName), 1000);
    return items.map(({ value }) => `${value.logicalId} ${value.status}`).reverse();
  }

  const two = {
    A: { Name: "a", Value: "1" },
    B: { Name: "b", Value: { "Fn::GetAtt": "A.Value" } },
  };

  it("are made in order, with their outputs", async () => {
    const outputs = { Out: { Value: { Ref: "B" } } };
    const stack = await create("s", templateOf(two, outputs));
    expect(stack.status).toBe("CREATE_COMPLETE");
    expect(stack.outputs).toEqual([{ key: "Out", value: "b" }]);
    expect(stack).not.toHaveProperty("target");
    expect(Object.fromEntries(world)).toEqual({ a: "1", b: "1" });
    expect(await told("s")).toEqual([
      ...["s CREATE_IN_PROGRESS", "A CREATE_IN_PROGRESS", "A CREATE_IN_PROGRESS"],
      ...["A CREATE_COMPLETE", "B CREATE_IN_PROGRESS", "B CREATE_IN_PROGRESS"],
      ...["B CREATE_COMPLETE", "s CREATE_COMPLETE"],
    ]);
  });

  it("leave nothing when a resource cannot be made", async () => {
    const stack = await create("s", templateOf({ ...two, C: { Value: "bad", after: "B" } }));
    expect(stack.status).toBe("ROLLBACK_COMPLETE");
    expect(world.size).toBe(0);
    expect(await store.resources(stack.id)).toEqual([]);
    const { items } = await events.list(stack.id, 100);
    const failed = items.find(({ value }) => value.status === "CREATE_FAILED")?.value;
    expect(failed?.statusReason).toMatch(
      /^Resource handler returned message: "bad is not good" \(RequestToken: [-\w]+, /,
    );
    expect(failed?.statusReason).toMatch(/, HandlerErrorCode: InvalidRequest\)$/);
  });

  it("are changed in place, by replacement and by removal", async () => {
    await create("s", templateOf({ ...two, C: { Name: "c", Value: "3" } }));
    const stack = await update(
      "s",
      templateOf({ A: { Name: "a", Value: "2" }, C: { Name: "new", Value: "3" } }),
    );
    expect(stack.status).toBe("UPDATE_COMPLETE");
    expect(Object.fromEntries(world)).toEqual({ a: "2", new: "3" });
    const resources = await store.resources(stack.id);
    expect(resources.map(({ physicalId }) => physicalId)).toEqual(["a", "new"]);
    expect(resources.every(({ previous, isNew }) => !previous && !isNew)).toBe(true);
  });

  it("are what they were when an update fails", async () => {
    await create("s", templateOf({ ...two, C: { Name: "c", Value: "3" } }));
    const stack = await update(
      "s",
      templateOf({
        ...{ A: { Name: "a", Value: "2" }, C: { Name: "new", Value: "3" } },
        ...{ D: { Name: "d", Value: "4" }, E: { Value: "bad", after: "D" } },
      }),
    );
    expect(stack.status).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(Object.fromEntries(world)).toEqual({ a: "1", b: "1", c: "3" });
    const names = (await store.resources(stack.id)).map(({ logicalId }) => logicalId);
    expect(names).toEqual(["A", "B", "C"]);
  });

  it("keep what is to be retained", async () => {
    const policies = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };
    await create("s", templateOf({ A: { Name: "a", Value: "1", policies } }));
    await update("s", templateOf({ A: { Name: "b", Value: "1", policies } }));
    await engine.delete(idOf("s"), { check() {} });
    expect((await settled("s")).status).toBe("DELETE_COMPLETE");
    expect([...world.keys()]).toEqual(["a", "b"]);
    expect(await told("s")).toContain("A DELETE_SKIPPED");
  });

  it("retain what they did before an update that failed", async () => {
    const policies = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };
    const [kept, changed] = [
      { Name: "a", Value: "1" },
      { Name: "b", Value: "2", after: "A" },
    ];
    const [A, B] = [
      { ...kept, policies },
      { ...changed, policies },
    ];
    const { id } = await create("s", templateOf({ A, B }));
    const before = await store.resources(id);
    const failing = { A: kept, B: { ...changed, Value: "3" }, C: { Value: "bad", after: "B" } };
    expect((await update("s", templateOf(failing))).status).toBe("UPDATE_ROLLBACK_COMPLETE");
    const standing = (resources: readonly StackResource[]) =>
      resources.map(({ status: _, updatedAt: __, ...resource }) => resource);
    expect(standing(await store.resources(id))).toEqual(standing(before));
    expect(await told("s")).not.toContain("A UPDATE_IN_PROGRESS");
    await engine.delete(id, { check() {} });
    expect((await settled("s")).status).toBe("DELETE_COMPLETE");
    expect(Object.fromEntries(world)).toEqual({ a: "1", b: "2" });
  });

  it("say which resource cannot be removed, and go when it can", async () => {
    await create("s", templateOf({ A: { Name: "a", Value: "sticky" }, B: { Value: "2" } }));
    await engine.delete(idOf("s"), { check() {} });
    expect(await settled("s")).toMatchObject({
      status: "DELETE_FAILED",
      statusReason: "The following resource(s) failed to delete: [A].",
    });
    await engine.delete(idOf("s"), { check() {}, retained: ["A"] });
    expect((await settled("s")).status).toBe("DELETE_COMPLETE");
    expect(await store.byName(tenant, "s")).toBeUndefined();
  });

  it("cannot stop offering what another uses", async () => {
    const exported = { Out: { Value: "v", Export: { Name: "shared" } } };
    await create("giver", templateOf({ A: { Value: "1" } }, exported));
    const taking = { A: { Value: { "Fn::ImportValue": "shared" } } };
    expect((await create("taker", templateOf(taking))).status).toBe("CREATE_COMPLETE");
    await engine.delete(idOf("giver"), { check() {} });
    const kept = await settled("giver");
    expect(kept.status).toBe("DELETE_FAILED");
    expect(kept.statusReason).toBe("Export shared cannot be deleted as it is in use by taker");
    const other = await create("other", templateOf({ A: { Value: "1" } }, exported));
    expect(other.status).toBe("ROLLBACK_COMPLETE");
  });

  it("that were being made when the server died are gone after its next start", async () => {
    hanging.add("b");
    await begin("s", templateOf(two));
    await expect.poll(() => world.has("b")).toBe(true);
    engine = newEngine();
    await engine.resume();
    expect((await settled("s")).status).toBe("ROLLBACK_COMPLETE");
    expect(world.size).toBe(0);
  });

  it("that were being cleaned up when the server died are done, whatever has gone", async () => {
    known.set("/where", "here");
    const Type = "AWS::SSM::Parameter::Value<String>";
    const Parameters = { Where: { Type, Default: "/where" } };
    const Conditions = { Here: { "Fn::Equals": [{ Ref: "Where" }, "here"] } };
    await create("s", templateOf({ ...two, C: { Name: "c", Value: "3" } }));
    stuck.add("c");
    const A = { Name: "a", Value: "2", policies: { Condition: "Here" } };
    const target = { ...JSON.parse(templateOf({ A })), Parameters, Conditions };
    await engine.change(idOf("s"), await prepared("s", JSON.stringify(target)), { check() {} });
    await expect.poll(() => world.has("b")).toBe(false);
    stuck.clear();
    known.clear();
    engine = newEngine();
    await engine.resume();
    expect((await settled("s")).status).toBe("UPDATE_COMPLETE");
    expect(Object.fromEntries(world)).toEqual({ a: "2" });
  });

  it("that were being changed when the server died are what they were", async () => {
    await create("s", templateOf(two));
    hanging.add("c");
    const target = templateOf({
      A: { Name: "a", Value: "2" },
      C: { Name: "c", Value: "3", after: "A" },
    });
    await engine.change(idOf("s"), await prepared("s", target), { check() {} });
    await expect.poll(() => world.has("c")).toBe(true);
    engine = newEngine();
    await engine.resume();
    expect((await settled("s")).status).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(Object.fromEntries(world)).toEqual({ a: "1", b: "1" });
  });
});
