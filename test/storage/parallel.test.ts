import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { add, ConditionFailed, check, put, remove, type Write } from "../../src/storage/records.ts";
import type { Engine } from "../../src/storage/sweep.ts";
import { engines, type Item, newCollection, type Place } from "./engines.ts";

describe.each(engines)("parallel writers in $name", (engine) => {
  let place: Place;
  /** Nodes on the same database: PostgreSQL takes several, SQLite one. */
  let nodes: Engine[];

  beforeAll(async () => {
    place = await engine.place();
    const count = engine.name === "sqlite" ? 1 : 2;
    nodes = await Promise.all(Array.from({ length: count }, () => place.open()));
  });

  afterAll(async () => {
    for (const node of nodes) await node.close();
    await place.remove();
  });

  function node(index: number): Engine {
    const each = nodes[index % nodes.length];
    if (each === undefined) throw new Error("no node is open");
    return each;
  }

  /** Commits all at once; tells which of them won. Whoever lost did so by a condition. */
  async function race(batches: readonly (readonly Write[])[]): Promise<number[]> {
    const outcomes = await Promise.allSettled(
      batches.map((batch, index) => node(index).commit(batch)),
    );
    const winners: number[] = [];
    outcomes.forEach((outcome, index) => {
      if (outcome.status === "fulfilled") winners.push(index);
      else expect(outcome.reason).toBeInstanceOf(ConditionFailed);
    });
    return winners;
  }

  const rounds = 10;
  const writers = Array.from({ length: 50 }, (_, index) => index);

  test("on one version: one wins each round", async () => {
    const items = newCollection();
    await node(0).commit([put(items, { id: "one" })]);
    for (let version = 1; version <= rounds; version++) {
      const winners = await race(
        writers.map((writer) => [
          put(items, { id: "one", note: writer }, { condition: { version } }),
          add(items.name, ["wins"], 1),
        ]),
      );
      expect(winners.length).toBe(1);
      const stored = await node(1).get(items, ["one"]);
      expect(stored).toEqual({ value: { id: "one", note: winners[0] }, version: version + 1 });
    }
    expect(await node(0).total(items.name, ["wins"])).toBe(rounds);
  });

  test("to create one record: one wins", async () => {
    for (let round = 0; round < rounds; round++) {
      const items = newCollection();
      const winners = await race(
        writers.map((note) => [
          put(items, { id: `mine-${note}` }),
          put(items, { id: "one", note }, { condition: "absent" }),
        ]),
      );
      expect(winners.length).toBe(1);
      expect((await node(round).list(items, { prefix: [], limit: 100 })).items.length).toBe(2);
    }
  });

  test("to consume one record: one wins", async () => {
    const items = newCollection();
    for (let round = 0; round < rounds; round++) {
      await node(round).commit([put(items, { id: "code" })]);
      const winners = await race(writers.map(() => [remove(items, ["code"], "exists")]));
      expect(winners.length).toBe(1);
    }
  });

  test("that rely on each other's absence: never both win", async () => {
    for (let round = 0; round < 50; round++) {
      const items = newCollection();
      const without = (mine: string, other: string) => [
        check(items, [other], "absent"),
        put(items, { id: mine }),
      ];
      const winners = await race([without("a", "b"), without("b", "a")]);
      expect(winners.length).toBe(1);
    }
  });

  test("in opposite orders: none waits for ever, none is lost", async () => {
    const items = newCollection();
    const ids = Array.from({ length: 20 }, (_, id) => String(id));
    const batch = ids.flatMap((id) => [put(items, { id }), add(items.name, [id], 1)]);
    const winners = await race(writers.map((index) => (index % 2 ? batch : batch.toReversed())));
    expect(winners.length).toBe(writers.length);
    for (const id of ids) {
      expect((await node(0).get(items, [id]))?.version).toBe(writers.length);
      expect(await node(1).total(items.name, [id])).toBe(writers.length);
    }
  });

  test("of 200 batches: each is there, with its indexes and its share of the total", async () => {
    const items = newCollection();
    const ids = Array.from({ length: 200 }, (_, id) => String(id).padStart(3, "0"));
    const winners = await race(
      ids.map((id) => {
        const item: Item = { id, group: `group-${id.slice(0, 1)}` };
        return [put(items, item, { condition: "absent" }), add(items.name, [], 1)];
      }),
    );
    expect(winners.length).toBe(200);
    const listed = await node(0).list(items, { prefix: [], limit: 1000 });
    expect(listed.items.map(({ value }) => value.id)).toEqual(ids);
    const grouped = await node(1).list(items, {
      index: "by-group",
      prefix: ["group-1"],
      limit: 1000,
    });
    expect(grouped.items.length).toBe(100);
    expect(await node(0).total(items.name, [])).toBe(200);
  });

  test("a refused batch takes nobody with it", async () => {
    const items = newCollection();
    const winners = await race(
      writers.map((index) => [
        put(items, { id: String(index) }),
        check(items, ["none"], index % 2 ? "exists" : "absent"),
      ]),
    );
    expect(winners).toEqual(writers.filter((index) => index % 2 === 0));
    const { items: kept } = await node(0).list(items, { prefix: [], limit: 100 });
    expect(kept.length).toBe(winners.length);
  });

  test("beside a sweep: what is written anew stays, with its indexes", async () => {
    const items = newCollection();
    const ids = Array.from({ length: 50 }, (_, id) => String(id).padStart(3, "0"));
    for (let round = 0; round < 5; round++) {
      await node(0).commit(ids.map((id) => put(items, { id, group: "g" }, { expiresAt: 1 })));
      const written = ids.map((id) => node(1).commit([put(items, { id, group: "g" })]));
      await Promise.all([node(0).sweep(), node(1).sweep(), ...written]);
      const options = { index: "by-group", prefix: ["g"], limit: 100 };
      const { items: found } = await node(0).list(items, options);
      expect(found.map(({ value }) => value.id)).toEqual(ids);
    }
  });
});
