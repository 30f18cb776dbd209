import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { movableClock } from "../../../test/fixtures/clock.ts";
import { engineNames, temporaryStorage } from "../../../test/fixtures/storage.ts";
import { secureRandom } from "../../foundation/random.ts";
import { ChunkStore } from "../chunk-store.ts";
import { claimed, GarbageStore } from "../garbage-store.ts";
import { FileContents } from "./file-contents.ts";
import { Keeper } from "./keeper.ts";

const hourMs = 3_600_000;

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function* failing() {
  yield Buffer.from("half");
  throw new Error("the client went away");
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe.each(engineNames)("bytes kept on %s", (engine) => {
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;
  const clock = movableClock();

  beforeEach(async () => {
    storage = await temporaryStorage({ engine, clock });
  });
  afterEach(() => storage.close());

  function open() {
    const contents =
      engine === "postgres"
        ? new ChunkStore(storage.records)
        : new FileContents(join(storage.folder, "objects"));
    const garbage = new GarbageStore(storage.records);
    return new Keeper({ contents, garbage, clock, random: secureRandom });
  }

  test("are read whole and in part, across the pieces that they were kept in", async () => {
    const keeper = open();
    const parts = [await keeper.keep(pieces("abc", "def")), await keeper.keep(pieces("ghi"))];
    expect(parts.map(({ size }) => size)).toEqual([6, 3]);
    expect(await textOf(keeper.read(parts, 0, 9))).toBe("abcdefghi");
    expect(await textOf(keeper.read(parts, 4, 8))).toBe("efgh");
    expect(await textOf(keeper.read(parts, 6, 7))).toBe("g");
    const large = "0123456789".repeat(250_000);
    const kept = await keeper.keep(pieces(large));
    expect(await textOf(keeper.read([kept], 0, kept.size))).toBe(large);
    expect(await textOf(keeper.read([kept], 2_097_150, 2_097_156))).toBe("012345");
  });

  test("are not kept when they do not come to their end", async () => {
    await expect(open().keep(failing())).rejects.toThrow("the client went away");
    expect(await filesOf(storage.folder)).toEqual([]);
  });

  test("stay when something has claimed them, and are claimed no more when they go", async () => {
    const keeper = open();
    const [kept, dropped] = [await keeper.keep(pieces("kept")), await keeper.keep(pieces("gone"))];
    await storage.records.commit([claimed(kept.id)]);
    await keeper.drop(kept);
    expect(await textOf(keeper.read([kept], 0, 4))).toBe("kept");
    await new GarbageStore(storage.records).take({ contentIds: [dropped.id] });
    await expect(storage.records.commit([claimed(dropped.id)])).rejects.toThrow();
  });

  test("are removed when nothing has claimed them in an hour, as after a crash", async () => {
    const kept = await open().keep(pieces("left behind"));
    const restarted = open();
    await restarted.collect();
    expect(await textOf(restarted.read([kept], 0, kept.size))).toBe("left behind");
    clock.advance(hourMs);
    await restarted.collect();
    await expect(textOf(restarted.read([kept], 0, kept.size))).rejects.toThrow();
    expect(await filesOf(storage.folder)).toEqual([]);
  });
});

async function filesOf(folder: string): Promise<string[]> {
  const kept = join(folder, "objects");
  const entries = await readdir(kept, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
