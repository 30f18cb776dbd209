import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { EncodedWrite } from "../batch.ts";
import { ConditionFailed } from "../records.ts";
import {
  addSql,
  deleteEntrySql,
  deleteSql,
  expiredSql,
  insertEntrySql,
  insertSql,
  standingSql,
  updateSql,
} from "./statements.ts";

/** Applies writes inside a transaction that the caller has begun. */
export interface Apply {
  /** @throws ConditionFailed at the first write whose condition does not hold. */
  batch(writes: readonly EncodedWrite[], now: number): void;
  /** Removes at most `limit` expired records and tells how many there were. */
  sweep(now: number, limit: number): number;
}

export function createApply(database: DatabaseSync): Apply {
  const standing = database.prepare(standingSql);
  const insert = database.prepare(insertSql);
  const update = database.prepare(updateSql);
  const deleteRecord = database.prepare(deleteSql);
  const insertEntry = database.prepare(insertEntrySql);
  const deleteEntry = database.prepare(deleteEntrySql);
  const add = database.prepare(addSql);
  const expired = database.prepare(expiredSql);

  function put(write: EncodedWrite, record: StandingRecord | undefined) {
    const { collection, key, value, expiresAt } = write;
    const entries = JSON.stringify(write.entries);
    if (record === undefined) insert.run(collection, key, value, entries, expiresAt);
    else update.run(record.liveVersion + 1, value, entries, expiresAt, record.id);
    if (record?.entries === entries) return;
    if (record !== undefined) removeEntries(collection, record.entries);
    for (const [name, entry] of Object.entries(write.entries)) {
      insertEntry.run(collection, name, entry, key);
    }
  }

  function remove(collection: string, id: number, entries: string) {
    deleteRecord.run(id);
    removeEntries(collection, entries);
  }

  function removeEntries(collection: string, json: string) {
    const entries: Record<string, string> = JSON.parse(json);
    for (const [name, entry] of Object.entries(entries)) deleteEntry.run(collection, name, entry);
  }

  function apply(write: EncodedWrite, position: number, now: number) {
    const { kind, collection, key } = write;
    if (kind === "add") {
      add.run(collection, key, write.amount);
      return;
    }
    const row = standing.get(collection, key);
    const record = row && standingRecord(row, now);
    if (!holds(write, record)) throw new ConditionFailed(position);
    if (kind === "put") put(write, record);
    if (kind === "remove" && record) remove(collection, record.id, record.entries);
  }

  return {
    batch(writes, now) {
      writes.forEach((write, position) => {
        apply(write, position, now);
      });
    },
    sweep(now, limit) {
      const rows = expired.all(now, limit);
      for (const row of rows) remove(String(row.collection), Number(row.id), String(row.entries));
      return rows.length;
    },
  };
}

interface StandingRecord {
  readonly id: number;
  /** 0 when the record expired and only waits to be removed. */
  readonly liveVersion: number;
  /** Its positions by index name, as JSON. */
  readonly entries: string;
}

function standingRecord(row: Record<string, SQLOutputValue>, now: number): StandingRecord {
  const expired = row.expires_at !== null && Number(row.expires_at) <= now;
  return {
    id: Number(row.id),
    liveVersion: expired ? 0 : Number(row.version),
    entries: String(row.entries),
  };
}

function holds(write: EncodedWrite, record: StandingRecord | undefined): boolean {
  const version = record?.liveVersion ?? 0;
  switch (write.condition) {
    case "none":
      return true;
    case "absent":
      return version === 0;
    case "exists":
      return version > 0;
    case "version":
      return version > 0 && version === write.version;
  }
}
