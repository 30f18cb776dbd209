import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import type { Clock } from "../../foundation/clock.ts";
import { StorageError } from "../storage-error.ts";
import { problemOf } from "./problems.ts";

/** Held while a server uses its database. */
export interface Lock {
  release(): void;
}

/**
 * Makes sure that one server alone uses `file`. The lock is the operating system's, on a small
 * database beside it, so that it ends with the process, however that ends. It is a write lock:
 * who is refused can still read who holds it.
 * @throws StorageError naming the process that holds it.
 */
export function lockFile(file: string, clock: Clock): Lock {
  const database = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
    // Who was refused at this very moment may be reading the name of the one before.
    database.exec("PRAGMA busy_timeout = 1000");
    database.exec("CREATE TABLE IF NOT EXISTS holder (process INTEGER, host TEXT, since TEXT)");
    database.exec("DELETE FROM holder");
    const since = new Date(clock.now()).toISOString();
    database.prepare("INSERT INTO holder VALUES (?, ?, ?)").run(process.pid, hostname(), since);
    database.exec("COMMIT; BEGIN IMMEDIATE");
  } catch (error) {
    const refusal = problemOf(error).code === busy ? inUse(file, database) : error;
    database.close();
    throw refusal;
  }
  return { release: () => database.close() };
}

const busy = 5;

function inUse(file: string, lock: DatabaseSync): StorageError {
  return new StorageError(
    `Database ${file} is in use by ${describeHolder(lock)}. Stop that server, or give this one ` +
      "its own data folder. Several servers on the same records need PostgreSQL.",
  );
}

function describeHolder(lock: DatabaseSync): string {
  try {
    const holder = lock.prepare("SELECT process, host, since FROM holder").get();
    if (holder) return `process ${holder.process} on ${holder.host}, since ${holder.since}`;
  } catch {
    // The holder is just writing its name; the refusal stands without it.
  }
  return "another server";
}
