import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  add,
  type Condition,
  ConditionFailed,
  check,
  put,
  remove,
} from "../../src/storage/records.ts";
import type { Engine } from "../../src/storage/sweep.ts";
import { engines, type Item, newCollection, type Place, standingClock } from "./engines.ts";

describe.each(engines)("records in $name", (engine) => {
  const clock = standingClock();
  let place: Place;
  let records: Engine;

  beforeAll(async () => {
    place = await engine.place();
    records = await place.open(clock);
  });

  afterAll(async () => {
    await records.close();
    await place.remove();
  });

  test("are there as they were written, with a version that counts writes", async () => {
    const items = newCollection();
    expect(await records.get(items, ["a"])).toBeUndefined();
    await records.commit([put(items, { id: "a", note: 1 })]);
    expect(await records.get(items, ["a"])).toEqual({ value: { id: "a", note: 1 }, version: 1 });
    await records.commit([put(items, { id: "a", note: 2 })]);
    expect(await records.get(items, ["a"])).toEqual({ value: { id: "a", note: 2 }, version: 2 });
    await records.commit([remove(items, ["a"])]);
    expect(await records.get(items, ["a"])).toBeUndefined();
    await records.commit([put(items, { id: "a" })]);
    expect((await records.get(items, ["a"]))?.version).toBe(1);
  });

  test("are a snapshot of their values at the time of writing", async () => {
    const items = newCollection();
    const item = { id: "a", note: "before" };
    const written = records.commit([put(items, item)]);
    item.note = "after";
    await written;
    expect((await records.get(items, ["a"]))?.value.note).toBe("before");
  });

  const standing = { absent: undefined, once: 1, twice: 2 };
  const conditions: [Condition, keyof typeof standing, boolean][] = [
    ["absent", "absent", true],
    ["absent", "once", false],
    ["exists", "absent", false],
    ["exists", "once", true],
    [{ version: 1 }, "absent", false],
    [{ version: 1 }, "once", true],
    [{ version: 1 }, "twice", false],
    [{ version: 2 }, "twice", true],
    [{ version: 0 }, "absent", false],
  ];

  test.each(conditions)("condition %j on a record written %s: %s", async (condition, id, holds) => {
    const writes = {
      put: (items: ReturnType<typeof newCollection>) => put(items, { id }, { condition }),
      remove: (items: ReturnType<typeof newCollection>) => remove(items, [id], condition),
      check: (items: ReturnType<typeof newCollection>) => check(items, [id], condition),
    };
    for (const write of Object.values(writes)) {
      const items = newCollection();
      for (let count = standing[id] ?? 0; count > 0; count--) {
        await records.commit([put(items, { id })]);
      }
      const batch = [put(items, { id: "other" }), add(items.name, ["sum"], 1), write(items)];
      const outcome = await records.commit(batch).catch((error) => error);
      if (!holds) expect(outcome).toBeInstanceOf(ConditionFailed);
      if (!holds) expect(outcome.position).toBe(2);
      if (!holds) expect((await records.get(items, [id]))?.version).toBe(standing[id]);
      // All of the batch, or nothing of it.
      expect((await records.get(items, ["other"])) !== undefined).toBe(holds);
      expect(await records.total(items.name, ["sum"])).toBe(holds ? 1 : 0);
    }
  });

  test("see the writes before them in their batch", async () => {
    const items = newCollection();
    await records.commit([put(items, { id: "a", group: "old" })]);
    await records.commit([
      remove(items, ["a"], { version: 1 }),
      put(items, { id: "a", group: "new" }, { condition: "absent" }),
      check(items, ["a"], { version: 1 }),
      put(items, { id: "a", group: "newest" }, { condition: "exists" }),
    ]);
    expect((await records.get(items, ["a"]))?.version).toBe(2);
    const page = await records.list(items, { index: "by-group", prefix: [], limit: 10 });
    expect(page.items.map(({ value }) => value.group)).toEqual(["newest"]);
  });

  test("name the first write whose condition does not hold", async () => {
    const items = newCollection();
    const batch = [
      put(items, { id: "a" }),
      check(items, ["b"], "exists"),
      check(items, ["c"], "exists"),
    ];
    await expect(records.commit(batch)).rejects.toMatchObject({ position: 1 });
  });

  test("an empty batch does nothing", async () => {
    await records.commit([]);
  });

  test("move in their indexes when they change", async () => {
    const items = newCollection();
    const inGroup = async (group: string) => {
      const page = await records.list(items, { index: "by-group", prefix: [group], limit: 10 });
      return page.items.map(({ value }) => value.id);
    };
    await records.commit([
      put(items, { id: "b", group: "x" }),
      put(items, { id: "a", group: "x" }),
    ]);
    expect(await inGroup("x")).toEqual(["a", "b"]);
    await records.commit([put(items, { id: "a", group: "y" })]);
    expect([await inGroup("x"), await inGroup("y")]).toEqual([["b"], ["a"]]);
    await records.commit([put(items, { id: "a" })]);
    expect(await inGroup("y")).toEqual([]);
    await records.commit([put(items, { id: "a", group: "x" }), remove(items, ["b"])]);
    expect(await inGroup("x")).toEqual(["a"]);
  });

  test("keep totals by adding", async () => {
    const name = newCollection().name;
    expect(await records.total(name, ["n"])).toBe(0);
    await records.commit([add(name, ["n"], 5), add(name, ["n"], 2), add(name, ["m"], 1)]);
    await Promise.all(Array.from({ length: 40 }, () => records.commit([add(name, ["n"], -1)])));
    expect([await records.total(name, ["n"]), await records.total(name, ["m"])]).toEqual([-33, 1]);
  });

  const hostile = [
    "",
    "\0",
    "\u0001\u0002\u0003",
    "'; DROP TABLE records; --",
    "a%b_c\\",
    "\ud800",
    "\udfff\ud7ff",
    "\u{10ffff}",
    "é",
    "e\u0301",
    "👩‍👩‍👧",
    "../../etc/passwd",
    "__proto__",
    "x".repeat(1000),
  ];

  test.each(hostile)("take %j in keys, indexes and values", async (text) => {
    const items = newCollection();
    const item: Item = { id: text, group: text, note: { [text]: [text, null, 1.5e300] } };
    await records.commit([put(items, item, { condition: "absent" })]);
    const stored = { value: item, version: 1 };
    expect(await records.get(items, [text])).toEqual(stored);
    expect((await records.list(items, { prefix: [text], limit: 2 })).items).toEqual([stored]);
    const page = await records.list(items, { index: "by-group", prefix: [text], limit: 2 });
    expect(page.items).toEqual([stored]);
    await records.commit([remove(items, [text], { version: 1 })]);
    expect(await records.get(items, [text])).toBeUndefined();
  });

  test("take values of many megabytes", async () => {
    const items = newCollection();
    const note = "ß\n".repeat(3_000_000);
    await records.commit([put(items, { id: "big", note })]);
    expect((await records.get(items, ["big"]))?.value.note === note).toBe(true);
  });

  test("refuse keys that a database could not index, and batches without end", async () => {
    const items = newCollection();
    const long = "x".repeat(1200);
    await expect(records.commit([put(items, { id: long })])).rejects.toThrow(RangeError);
    const inIndex = put(items, { id: "a", group: "x".repeat(2400) });
    await expect(records.commit([inIndex])).rejects.toThrow(RangeError);
    expect(await records.get(items, [long])).toBeUndefined();
    const many = Array.from({ length: 1001 }, (_, id) => put(items, { id: String(id) }));
    await expect(records.commit(many)).rejects.toThrow(RangeError);
    await records.commit(many.slice(1));
  });

  test("count as gone once they expired, and are swept away", async () => {
    const items = newCollection();
    const expiresAt = clock.time + 1000;
    const lasting = put(items, { id: "lasting", group: "g" });
    await records.commit([put(items, { id: "brief", group: "g" }, { expiresAt }), lasting]);
    const ids = async (index?: string) => {
      const page = await records.list(items, { ...(index && { index }), prefix: [], limit: 10 });
      return page.items.map(({ value }) => value.id);
    };
    expect([await ids(), await ids("by-group")]).toEqual([
      ["brief", "lasting"],
      ["brief", "lasting"],
    ]);

    clock.time = expiresAt;
    expect(await records.get(items, ["brief"])).toBeUndefined();
    expect([await ids(), await ids("by-group")]).toEqual([["lasting"], ["lasting"]]);
    await expect(records.commit([check(items, ["brief"], "exists")])).rejects.toThrow();
    await expect(records.commit([check(items, ["brief"], { version: 1 })])).rejects.toThrow();

    await records.commit([put(items, { id: "brief", group: "h" }, { condition: "absent" })]);
    expect((await records.get(items, ["brief"]))?.version).toBe(1);
    expect(await records.sweep()).toBe(0);
    await records.commit([put(items, { id: "brief", group: "h" }, { expiresAt })]);
    expect(await records.sweep()).toBe(1);
    expect(await records.sweep()).toBe(0);
    expect([await ids(), await ids("by-group")]).toEqual([["lasting"], ["lasting"]]);
  });

  test("are swept away in small steps until none is left", async () => {
    const items = newCollection();
    const batch = Array.from({ length: 700 }, (_, id) =>
      put(items, { id: String(id), group: "g" }, { expiresAt: clock.time }),
    );
    await records.commit(batch);
    await records.commit(batch.map((write) => ({ ...write, collection: `${items.name}-other` })));
    expect(await records.sweep()).toBe(1400);
    await records.commit([put(items, { id: "1", group: "g" }, { condition: "absent" })]);
  });
});
