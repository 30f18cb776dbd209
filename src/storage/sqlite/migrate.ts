import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../../foundation/clock.ts";
import { migrationsAfter } from "../migrations/index.ts";

/**
 * Brings the database to the layout that this program knows.
 * @throws StorageError when the database is newer than the program.
 */
export function migrate(database: DatabaseSync, clock: Clock): void {
  if (migrationsAfter(currentMigration(database)).length === 0) return;
  database.exec("BEGIN EXCLUSIVE");
  try {
    database.exec(
      `CREATE TABLE IF NOT EXISTS migrations
         (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`,
    );
    const record = database.prepare("INSERT INTO migrations VALUES (?, ?, ?)");
    // Read again under the lock: another process may have been faster.
    for (const migration of migrationsAfter(currentMigration(database))) {
      database.exec(migration.sqlite);
      record.run(migration.number, migration.name, clock.now());
    }
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function currentMigration(database: DatabaseSync): number {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get();
  if (known === undefined) return 0;
  const row = database.prepare("SELECT coalesce(max(number), 0) AS number FROM migrations").get();
  return Number(row?.number);
}
