import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { executeAt } from "../../../test/storage/execute.ts";
import { systemClock } from "../../foundation/clock.ts";
import { createLog } from "../../foundation/log.ts";
import { type Collection, put } from "../records.ts";
import { StorageError } from "../storage-error.ts";
import { openSqlite } from "./index.ts";
import { storageError } from "./problems.ts";

const items: Collection<{ id: string }> = { name: "test/items", key: ({ id }) => [id] };

describe("the embedded database", () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder, "gatepool.db");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const open = () => openSqlite({ file, clock: systemClock, log: createLog("silent") });

  async function refusal(): Promise<Error> {
    const error = await open().catch((each) => each);
    expect(error).toBeInstanceOf(StorageError);
    return error;
  }

  test("refuses a second server, and names the first", async () => {
    const first = await open();
    const { message } = await refusal();
    expect(message).toContain(`${file} is in use by process ${process.pid} on `);
    expect(message).toContain("Stop that server, or give this one its own data folder.");
    await first.close();
    await (await open()).close();
  });

  test("opens for one of many that try at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, open));
    const opened = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(opened.length).toBe(1);
    for (const { value } of opened) await value.close();
  });

  test("can be read by its owner only", async () => {
    const records = await open();
    for (const suffix of ["", "-wal", "-shm"]) {
      expect(statSync(file + suffix).mode & 0o077).toBe(0);
    }
    await records.close();
  });

  test("says that a file is no database of its own", async () => {
    writeFileSync(file, "some text ".repeat(1000));
    expect((await refusal()).message).toContain("This is no database of Gatepool");
  });

  test("says that a file is damaged", async () => {
    await (await open()).close();
    writeFileSync(file, Buffer.alloc(8192, 0xff), { flag: "r+", flush: true });
    expect((await refusal()).message).toMatch(/no database of Gatepool|is damaged/);
  });

  test("says that its folder is missing, or no folder", async () => {
    file = join(folder, "missing", "gatepool.db");
    expect((await refusal()).message).toContain("Check that its folder exists");
    file = join(folder, "folder");
    mkdirSync(file);
    expect((await refusal()).message).toContain(file);
  });

  /** Makes the database fail by itself when a record with this id is written. */
  async function failAt(id: string, how: "ABORT" | "ROLLBACK") {
    await (await open()).close();
    await executeAt(
      "sqlite",
      file,
      `CREATE TRIGGER fail_at BEFORE INSERT ON records WHEN NEW.key LIKE '${id}%'
       BEGIN SELECT RAISE(${how}, 'failed on purpose'); END`,
    );
  }

  test.each([
    ["ABORT", "takes only its own batch with it", ["a", "c"]],
    ["ROLLBACK", "that ends the transaction takes all batches of the group with it", []],
  ] as const)("a failure (%s) %s", async (how, _, kept) => {
    await failAt("bad", how);
    const records = await open();
    const ids = ["a", "bad", "c"];
    const outcomes = await Promise.allSettled(
      ids.map((id) => records.commit([put(items, { id: `${id}-beside` }), put(items, { id })])),
    );
    const written = ids.filter((_, index) => outcomes[index]?.status === "fulfilled");
    expect(written).toEqual(kept);
    const { items: found } = await records.list(items, { prefix: [], limit: 10 });
    expect(found.length).toBe(2 * kept.length);
    await expect(records.commit([put(items, { id: "bad" })])).rejects.toThrow(
      `Database ${file}: failed on purpose.`,
    );
    await records.commit([put(items, { id: "after" })]);
    await records.close();
  });

  test.each([
    [13, "The disk is full"],
    [8, "It cannot be written"],
    [11, "The file is damaged"],
    [5, "Another program holds it locked"],
  ])("explains result %d: %s", (code, text) => {
    const error = storageError({ code, message: "as SQLite says" }, "/data/gatepool.db");
    expect(error.message).toContain("Database /data/gatepool.db: as SQLite says. ");
    expect(error.message).toContain(text);
  });
});
