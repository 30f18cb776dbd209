import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Collection, type ListOptions, put, remove } from "../../src/storage/records.ts";
import type { Engine } from "../../src/storage/sweep.ts";
import { engines, newCollection, type Place } from "./engines.ts";

interface Pair {
  readonly first: string;
  readonly second: string;
}

describe.each(engines)("lists in $name", (engine) => {
  let place: Place;
  let records: Engine;

  beforeAll(async () => {
    place = await engine.place();
    records = await place.open();
  });

  afterAll(async () => {
    await records.close();
    await place.remove();
  });

  async function allPages<T>(collection: Collection<T>, options: ListOptions): Promise<T[]> {
    const values: T[] = [];
    let after: string | undefined;
    do {
      const page = await records.list(collection, { ...options, ...(after && { after }) });
      expect(page.items.length).toBeLessThanOrEqual(options.limit);
      values.push(...page.items.map(({ value }) => value));
      after = page.next;
    } while (after !== undefined);
    return values;
  }

  let pairCollections = 0;

  function newPairs(): Collection<Pair> {
    pairCollections += 1;
    return {
      name: `test/pairs-${pairCollections}`,
      key: ({ first, second }) => [first, second],
      indexes: { turned: ({ first, second }) => [second, first], second: (pair) => [pair.second] },
    };
  }

  async function write(pairs: Collection<Pair>, texts: readonly string[]) {
    const values = texts.flatMap((first) => texts.map((second) => ({ first, second })));
    await records.commit(values.map((value) => put(pairs, value)));
    return values;
  }

  // Human languages order these otherwise: b before Z, ä beside a.
  const texts = ["", "Z", "a", "a\0", "a\u0001", "ab", "b", "ä", "\ud7ff", "\uffff", "😀"];

  test("begin after a key, whether it is there or not", async () => {
    const pairs = newPairs();
    await write(pairs, ["a", "b", "c"]);
    const secondsAfter = async (second: string, more: Partial<ListOptions> = {}) => {
      const options = { prefix: ["a"], afterKey: ["a", second], limit: 2, ...more };
      return (await allPages(pairs, options)).map((pair) => pair.second);
    };
    expect(await secondsAfter("a")).toEqual(["b", "c"]);
    expect(await secondsAfter("a\0")).toEqual(["b", "c"]);
    expect(await secondsAfter("bb")).toEqual(["c"]);
    expect(await secondsAfter("c")).toEqual([]);
    expect(await secondsAfter("", { prefix: ["a", "b"], partial: true })).toEqual(["b"]);
    expect(await secondsAfter("a", { limit: 1 })).toEqual(["b", "c"]);
  });

  test("are in the order of code points, part by part, on every size of page", async () => {
    const pairs = newPairs();
    const values = await write(pairs, texts);
    for (const limit of [1, 7, 1000]) {
      expect(await allPages(pairs, { prefix: [], limit })).toEqual(values);
      const turned = await allPages(pairs, { prefix: [], index: "turned", limit });
      expect(turned).toEqual(values.map(({ first, second }) => ({ first: second, second: first })));
    }
  });

  test("hold what has the prefix, whole or by the beginning of its last part", async () => {
    const pairs = newPairs();
    const values = await write(pairs, texts);
    const whole = await allPages(pairs, { prefix: ["a"], limit: 5 });
    expect(whole).toEqual(values.filter(({ first }) => first === "a"));
    const partial = await allPages(pairs, { prefix: ["a"], partial: true, limit: 5 });
    expect(partial).toEqual(values.filter(({ first }) => first.startsWith("a")));
    const inside = await allPages(pairs, { prefix: ["b", "a"], partial: true, limit: 5 });
    expect(inside.map(({ second }) => second)).toEqual(["a", "a\0", "a\u0001", "ab"]);
    const index = "second";
    const bySecond = await allPages(pairs, { index, prefix: ["a"], partial: true, limit: 5 });
    expect(bySecond.length).toBe(4 * texts.length);
    expect(await allPages(pairs, { prefix: ["nobody"], limit: 5 })).toEqual([]);
    expect(await allPages(pairs, { index: "none", prefix: [], limit: 5 })).toEqual([]);
  });

  test("give no further page when the last one is just full", async () => {
    const items = newCollection();
    await records.commit(["a", "b"].map((id) => put(items, { id })));
    expect((await records.list(items, { prefix: [], limit: 2 })).next).toBeUndefined();
    expect((await records.list(items, { prefix: [], limit: 1 })).next).toBeDefined();
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])("refuse a page of %d", async (limit) => {
    const list = records.list(newCollection(), { prefix: [], limit });
    await expect(list).rejects.toThrow(RangeError);
  });

  test("do not leave their prefix for a position from elsewhere", async () => {
    const pairs = newPairs();
    await write(pairs, ["a", "b", "c"]);
    const early = (await records.list(pairs, { prefix: ["a"], limit: 1 })).next;
    const late = (await records.list(pairs, { prefix: ["c"], limit: 1 })).next;
    for (const after of [early, "", "%%%", "AAAA", late]) {
      const page = await records.list(pairs, { prefix: ["b"], limit: 10, ...(after && { after }) });
      expect(page.items.every(({ value }) => value.first === "b")).toBe(true);
      expect(page.items.length).toBe(after === late ? 0 : 3);
    }
  });

  test("show each record once while others come and go around it", async () => {
    const items = newCollection();
    const standing = Array.from({ length: 60 }, (_, id) => `m${String(id).padStart(3, "0")}`);
    await records.commit(standing.map((id) => put(items, { id, group: id })));
    for (const index of [undefined, "by-group"]) {
      const seen: string[] = [];
      let after: string | undefined;
      for (let turn = 0; turn === 0 || after !== undefined; turn++) {
        const place = { ...(index && { index }), ...(after && { after }) };
        const [page] = await Promise.all([
          records.list(items, { prefix: [], limit: 7, ...place }),
          ...["a", "m", "m030-", "z"].map((id) =>
            records.commit([put(items, { id: `${id}${turn}`, group: `${id}${turn}` })]),
          ),
        ]);
        seen.push(...page.items.map(({ value }) => value.id));
        after = turn < 40 ? page.next : undefined;
        // What was shown last may go: its place remains.
        const last = page.items.at(-1)?.value.id;
        if (last !== undefined && turn === 2) await records.commit([remove(items, [last])]);
      }
      expect(seen).toEqual([...seen].sort());
      expect(new Set(seen).size).toBe(seen.length);
      expect(standing.filter((id) => seen.includes(id)).length).toBeGreaterThanOrEqual(59);
    }
  });

  test("agree with a plain sorted list, whatever is written", async () => {
    const text = fc.string({ unit: "binary", maxLength: 3 });
    const pair = fc.record({ first: text, second: text });
    const steps = fc.array(fc.tuple(fc.boolean(), pair), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, text, fc.integer({ min: 1, max: 4 }), async (all, start, limit) => {
        const pairs = newPairs();
        const expected = new Map<string, Pair>();
        const batch = all.map(([isPut, value]) => {
          const key = JSON.stringify([value.first, value.second]);
          if (isPut) expected.set(key, value);
          else expected.delete(key);
          return isPut ? put(pairs, value) : remove(pairs, pairs.key(value));
        });
        await records.commit(batch);
        const sorted = [...expected.values()].sort(byPoints);
        expect(await allPages(pairs, { prefix: [], limit })).toEqual(sorted);
        const options = { prefix: [start], partial: true, limit };
        const beginning = sorted.filter(({ first }) => first.startsWith(start));
        expect(await allPages(pairs, options)).toEqual(beginning);
      }),
      { numRuns: 40 },
    );
  });
});

function byPoints(one: Pair, other: Pair): number {
  const order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  return order(one.first, other.first) || order(one.second, other.second);
}
