import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryPostgres } from "../../../test/fixtures/storage.ts";
import { systemClock } from "../../foundation/clock.ts";
import { createLog } from "../../foundation/log.ts";
import { type Collection, put } from "../records.ts";
import { StorageError } from "../storage-error.ts";
import { connect } from "./connection.ts";
import { openPostgres } from "./index.ts";

const items: Collection<{ id: string }> = { name: "test/items", key: ({ id }) => [id] };

describe("PostgreSQL", () => {
  let database: Awaited<ReturnType<typeof temporaryPostgres>>;

  beforeEach(async () => {
    database = await temporaryPostgres();
  });

  afterEach(() => database.close());

  const open = (url: string) => openPostgres({ url, clock: systemClock, log: createLog("silent") });

  async function execute(sql: string) {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  test("lets many nodes start at once on a new database", async () => {
    const nodes = await Promise.all(Array.from({ length: 5 }, () => open(database.url)));
    await Promise.all(nodes.map((node) => node.commit([put(items, { id: "a" })])));
    expect((await nodes[0]?.get(items, ["a"]))?.version).toBe(5);
    for (const node of nodes) await node.close();
  });

  test("reads and writes again after its connections were cut", async () => {
    const records = await open(database.url);
    await records.commit([put(items, { id: "a" })]);
    await execute(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    expect((await records.get(items, ["a"]))?.version).toBe(1);
    await records.commit([put(items, { id: "a" })]);
    await records.close();
  });

  test("waits for the disk, even where the database is set not to", async () => {
    const { pathname } = new URL(database.url);
    await execute(`ALTER DATABASE ${pathname.slice(1)} SET synchronous_commit = off`);
    const connection = connect(database.url, createLog("silent"));
    const { rows } = await connection.pool.query("SHOW synchronous_commit");
    await connection.close();
    expect(rows).toEqual([{ synchronous_commit: "on" }]);
  });

  test("says which server cannot be reached, and keeps the password to itself", async () => {
    const url = "postgres://gatepool:hunter2@127.0.0.1:1/records";
    const error = await open(url).catch((each) => each);
    expect(error).toBeInstanceOf(StorageError);
    expect(error.message).toMatch(/^PostgreSQL at 127.0.0.1:1\/records: .*ECONNREFUSED/);
    expect(error.message).toContain("Check that the server runs and can be reached from here.");
    expect(error.message).not.toContain("hunter2");
  });

  test("says that the database does not exist", async () => {
    const error = await open(`${database.url}-other`).catch((each) => each);
    expect(error.message).toContain("does not exist. Create that database, or correct its name");
  });

  test("says that the user has no right to lay it out", async () => {
    await execute("CREATE ROLE guest LOGIN");
    const url = database.url.replace("postgres@", "guest@");
    const error = await open(url).catch((each) => each);
    await execute("DROP ROLE guest");
    expect(error.message).toContain("Give the user the right to create in this database");
  });
});
