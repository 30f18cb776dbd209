import { closeSync, openSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../../foundation/clock.ts";
import type { Log } from "../../foundation/log.ts";
import { StorageError } from "../storage-error.ts";
import { type Engine, startSweeping } from "../sweep.ts";
import { connect } from "./connection.ts";
import { type Lock, lockFile } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { problemOf, storageError } from "./problems.ts";
import { createReader } from "./reader.ts";
import { createWriter } from "./writer.ts";

export interface SqliteOptions {
  /** Path of the database; its folder must exist. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Opens the embedded database, and makes it when there is none.
 * @throws StorageError when another server uses it, when it is newer than this program, when it
 *   is damaged, or when it cannot be read and written.
 */
export async function openSqlite({ file, clock, log }: SqliteOptions): Promise<Engine> {
  const { lock, database } = openFile(file, clock);
  const writer = createWriter(file, clock);
  const sweeping = startSweeping(writer.sweep, log);
  return {
    ...createReader(database, file, clock),
    commit: writer.commit,
    sweep: sweeping.sweep,
    async close() {
      sweeping.stop();
      await writer.close();
      if (database.isOpen) database.close();
      lock.release();
    },
  };
}

function openFile(file: string, clock: Clock): { lock: Lock; database: DatabaseSync } {
  let lock: Lock | undefined;
  let database: DatabaseSync | undefined;
  try {
    lock = lockFile(file, clock);
    // Nobody else on the machine may read it; the files beside it take over its mode.
    closeSync(openSync(file, "a", 0o600));
    database = connect(file);
    migrate(database, clock);
    database.exec("PRAGMA query_only = ON");
    return { lock, database };
  } catch (error) {
    database?.close();
    lock?.release();
    throw error instanceof StorageError ? error : storageError(problemOf(error), file, error);
  }
}
