import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { put } from "../../src/storage/records.ts";
import { StorageError } from "../../src/storage/storage-error.ts";
import { engines, newCollection, type Place } from "./engines.ts";
import { executeAt } from "./execute.ts";

describe.each(engines)("a database on $name", (engine) => {
  let place: Place;

  beforeEach(async () => {
    place = await engine.place();
  });

  afterEach(() => place.remove());

  const migrations = engine.name === "sqlite" ? "migrations" : "gatepool.migrations";

  test("keeps its records from one start to the next", async () => {
    const items = newCollection();
    const first = await place.open();
    await first.commit([put(items, { id: "a" })]);
    await first.close();
    const second = await place.open();
    expect((await second.get(items, ["a"]))?.version).toBe(1);
    await second.close();
  });

  test("that a newer program wrote is refused, and left as it is", async () => {
    await (await place.open()).close();
    await executeAt(engine.name, place.address, `INSERT INTO ${migrations} VALUES (999, 'x', 0)`);
    const refusal = await place.open().catch((error) => error);
    expect(refusal).toBeInstanceOf(StorageError);
    expect(refusal.message).toMatch(/written by a newer Gatepool: it is at migration 999/);
    await executeAt(engine.name, place.address, `DELETE FROM ${migrations} WHERE number = 999`);
    await (await place.open()).close();
  });

  test("that stands at an older migration is brought forward from there", async () => {
    await (await place.open()).close();
    await executeAt(engine.name, place.address, `DELETE FROM ${migrations} WHERE number = 2`);
    const drop = "DROP FUNCTION gatepool.lock_id, gatepool.commit_batch, gatepool.sweep";
    if (engine.name === "postgres") await executeAt(engine.name, place.address, drop);
    const records = await place.open();
    await records.commit([put(newCollection(), { id: "a" })]);
    await records.close();
  });

  test("refuses reads and writes once it is closed", async () => {
    const items = newCollection();
    const records = await place.open();
    await records.commit([put(items, { id: "a" })]);
    await records.close();
    await expect(records.commit([put(items, { id: "b" })])).rejects.toThrow(StorageError);
    await expect(records.get(items, ["a"])).rejects.toThrow(StorageError);
  });

  test("has written what was asked of it before it is closed", async () => {
    const items = newCollection();
    const records = await place.open();
    const writes = ["a", "b", "c"].map((id) => records.commit([put(items, { id })]));
    await Promise.all([...writes, records.close()]);
    const again = await place.open();
    expect((await again.list(items, { prefix: [], limit: 10 })).items.length).toBe(3);
    await again.close();
  });
});
