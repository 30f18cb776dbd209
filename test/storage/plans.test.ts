import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/foundation/log.ts";
import * as postgres from "../../src/storage/postgres/connection.ts";
import * as postgresStatements from "../../src/storage/postgres/statements.ts";
import { add, put, remove } from "../../src/storage/records.ts";
import * as sqlite from "../../src/storage/sqlite/connection.ts";
import * as sqliteStatements from "../../src/storage/sqlite/statements.ts";
import type { Engine } from "../../src/storage/sweep.ts";
import { newCollection, type Place, postgresPlace, sqlitePlace } from "./engines.ts";
import { executeAt } from "./execute.ts";

/** Some of everything, so that a planner has a reason to scan or not to. */
async function useEverything(records: Engine) {
  const items = newCollection();
  for (let round = 0; round < 3; round++) {
    const ids = Array.from({ length: 1000 }, (_, id) => `${round}-${id}`);
    await records.commit(ids.map((id) => put(items, { id, group: id.slice(0, 3) })));
  }
  await records.commit([put(items, { id: "1-1", group: "new" }), remove(items, ["1-2"])]);
  await records.commit([put(items, { id: "1-3", group: "1-3" }, { expiresAt: 1 })]);
  await records.commit([add(items.name, ["n"], 1)]);
  await records.sweep();
  await records.get(items, ["1-1"]);
  await records.list(items, { prefix: [], limit: 10 });
  await records.list(items, { index: "by-group", prefix: ["2-1"], limit: 1000 });
  await records.total(items.name, ["n"]);
}

describe("no statement reads more than it needs in SQLite", () => {
  let place: Place;
  let records: Engine;

  beforeAll(async () => {
    place = await sqlitePlace();
    records = await place.open();
    await useEverything(records);
  });

  afterAll(async () => {
    await records.close();
    await place.remove();
  });

  const statements = Object.entries(sqliteStatements).filter(([name]) => !/insert|add/.test(name));

  test.each(statements)("%s", (_name, sql) => {
    const database = sqlite.connect(place.address);
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    database.close();
    expect(steps.length).toBeGreaterThan(0);
    for (const { detail } of steps) expect(detail).toMatch(/^SEARCH .* USING .*(INDEX|KEY)/);
  });
});

describe("no statement reads more than it needs in PostgreSQL", () => {
  let place: Place;
  let records: Engine;

  beforeAll(async () => {
    place = await postgresPlace();
    records = await place.open();
    // The planner believes that the tables are tiny, as it does on the first day of a new server.
    await records.commit([put(newCollection(), { id: "a", group: "g" }), add("t", ["n"], 1)]);
    await executeAt("postgres", place.address, "ANALYZE");
    await useEverything(records);
  });

  afterAll(async () => {
    await records.close();
    await place.remove();
  });

  const { recordStatement, listByKeyStatement, listByIndexStatement, totalStatement } =
    postgresStatements;
  const reads = [recordStatement, listByKeyStatement, listByIndexStatement, totalStatement];

  test.each(reads)("$name", async ({ text }) => {
    const connection = postgres.connect(place.address, createLog("silent"));
    const { rows } = await connection.pool.query(`EXPLAIN (GENERIC_PLAN) ${text}`);
    await connection.close();
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toMatch(/Seq Scan|Bitmap|Sort|Hash|Merge|Materialize/);
    expect(plan).toMatch(/Index Cond: .*collection/);
  });

  test("not even inside the functions that write", async () => {
    // Its counters reach the statistics when a connection ends.
    await records.close();
    const client = new Client({ connectionString: place.address });
    await client.connect();
    const { rows } = await client.query(`
      SELECT relname, seq_tup_read, idx_scan FROM pg_stat_user_tables
      WHERE schemaname = 'gatepool' AND relname <> 'migrations' ORDER BY relname`);
    await client.end();
    records = await place.open();
    expect(rows.map(({ relname }) => relname)).toEqual(["index_entries", "records", "totals"]);
    for (const { seq_tup_read, idx_scan } of rows) {
      expect(Number(seq_tup_read)).toBe(0);
      expect(Number(idx_scan)).toBeGreaterThan(0);
    }
  });
});
