import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Engine } from "../../src/storage/sweep.ts";
import { engines, type Place } from "./engines.ts";
import { halves } from "./halves.ts";

const program = fileURLToPath(new URL("write-until-killed.ts", import.meta.url));

describe.each(engines)("a server on $name that is killed while it writes", (engine) => {
  let place: Place;

  beforeEach(async () => {
    place = await engine.place();
  });

  afterEach(() => place.remove());

  function start() {
    return spawn(process.execPath, [program, engine.name, place.address], {
      stdio: ["ignore", "pipe", "inherit"],
    });
  }

  /** Lets it acknowledge a number of writes, kills it with SIGKILL, and tells which they were. */
  async function killAfter(count: number): Promise<string[]> {
    const child = start();
    const closed = once(child, "close");
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.split("\n").length > count) child.kill("SIGKILL");
    });
    expect((await closed)[1]).toBe("SIGKILL");
    return output.split("\n").slice(0, -1);
  }

  const alone = engine.name === "sqlite";

  test.runIf(alone)("keeps another server out for as long as it lives", async () => {
    const child = start();
    const closed = once(child, "close");
    await once(child.stdout, "data");
    const refusal = await place.open().catch((error) => error);
    expect(refusal.message).toContain(`in use by process ${child.pid} on `);
    child.kill("SIGKILL");
    await closed;
    await (await place.open()).close();
  });

  async function countPairs(records: Engine): Promise<number> {
    const found = new Map<string, number>();
    let after: string | undefined;
    do {
      const page = await records.list(halves, { prefix: [], limit: 1000, ...(after && { after }) });
      for (const { value } of page.items) found.set(value.id, (found.get(value.id) ?? 0) + 1);
      after = page.next;
    } while (after !== undefined);
    expect([...found.values()].every((count) => count === 2)).toBe(true);
    return found.size;
  }

  test("has kept all that it acknowledged, and no half of anything", async () => {
    const acknowledged = await killAfter(300);
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
    const records = await place.open();
    try {
      for (const id of acknowledged) {
        expect((await records.get(halves, [id, "left"]))?.version).toBe(1);
        expect((await records.get(halves, [id, "right"]))?.version).toBe(1);
      }
      const pairs = await countPairs(records);
      expect(pairs).toBeGreaterThanOrEqual(acknowledged.length);
      expect(await records.total(halves.name, [])).toBe(pairs);
    } finally {
      await records.close();
    }
  });
});
