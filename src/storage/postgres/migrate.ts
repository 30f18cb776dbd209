import type { Pool, PoolClient } from "pg";
import type { Clock } from "../../foundation/clock.ts";
import { migrationsAfter } from "../migrations/index.ts";

/**
 * Brings the database to the layout that this program knows.
 * @throws StorageError when the database is newer than the program.
 */
export async function migrate(pool: Pool, clock: Clock): Promise<void> {
  const client = await pool.connect();
  try {
    if (migrationsAfter(await currentMigration(client)).length > 0) await advance(client, clock);
  } finally {
    client.release();
  }
}

async function advance(client: PoolClient, clock: Clock): Promise<void> {
  await client.query("BEGIN; SET LOCAL statement_timeout = 0");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    // Read again under the lock: another node may have been faster.
    const current = await currentMigration(client);
    if (current === 0) await client.query(foundation);
    for (const migration of migrationsAfter(current)) {
      await client.query(migration.postgres);
      const values = [migration.number, migration.name, clock.now()];
      await client.query("INSERT INTO gatepool.migrations VALUES ($1, $2, $3)", values);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function currentMigration(client: PoolClient): Promise<number> {
  // Not to_regclass: what another node has just made, it may still remember as missing.
  const known = await client.query(
    "SELECT 1 FROM pg_tables WHERE schemaname = 'gatepool' AND tablename = 'migrations'",
  );
  if (known.rows.length === 0) return 0;
  const latest = await client.query("SELECT max(number) AS number FROM gatepool.migrations");
  return Number(latest.rows[0]?.number ?? 0);
}

/** Any number, as long as every version of the program takes the same. */
const migrationLock = 4566_0001;

/** Does not ask for the right to create a schema where an administrator has made it before. */
const foundation = `
  DO $$ BEGIN
    IF to_regnamespace('gatepool') IS NULL THEN CREATE SCHEMA gatepool; END IF;
  END $$;
  CREATE TABLE gatepool.migrations
    (number integer PRIMARY KEY, name text NOT NULL, applied_at bigint NOT NULL)`;
