import { DatabaseSync } from "node:sqlite";

/** Opens a connection as both threads use it. WAL lets the reader read while the writer writes. */
export function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
  `);
  return database;
}

/** How long a statement waits for another program, such as a backup, to let go of the file. */
const busyTimeoutMs = 5000;
