import { StorageError } from "../storage-error.ts";
import { records } from "./0001-records.ts";
import { commitBatch } from "./0002-commit-batch.ts";
import type { Migration } from "./migration.ts";

/** Every layout that a database has ever had, oldest first. */
const migrations: readonly Migration[] = [records, commitBatch];

/**
 * What is still to be done for a database that stands at migration `current`; 0 is a new one.
 * @throws StorageError when the database is newer than this program.
 */
export function migrationsAfter(current: number): readonly Migration[] {
  const latest = migrations.length;
  if (current > latest) {
    throw new StorageError(
      `The database was written by a newer Gatepool: it is at migration ${current}, and this ` +
        `program knows ${latest}. Start the newer program, or restore a backup from before it.`,
    );
  }
  return migrations.slice(current);
}
