import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Clock } from "../../foundation/clock.ts";
import { encodeKey } from "../key-encoding.ts";
import { type PlacedRow, pageOf, pageQuery, storedOf } from "../page.ts";
import type { Collection, Key, ListOptions, Records } from "../records.ts";
import { listByIndexSql, listByKeySql, recordSql, totalSql } from "./statements.ts";

/** Reads on the calling thread: a microsecond each, less than handing them to another would take. */
export function createReader(database: DatabaseSync, clock: Clock) {
  const record = database.prepare(recordSql);
  const listByKey = database.prepare(listByKeySql);
  const listByIndex = database.prepare(listByIndexSql);
  const total = database.prepare(totalSql);

  const reader: Pick<Records, "get" | "list" | "total"> = {
    async get<T>(collection: Collection<T>, key: Key) {
      const row = record.get(collection.name, encodeKey(key), clock.now());
      return row && storedOf<T>({ version: Number(row.version), value: String(row.value) });
    },

    async list<T>(collection: Collection<T>, options: ListOptions) {
      const { low, high, count } = pageQuery(options);
      const { name } = collection;
      const now = clock.now();
      const rows =
        options.index === undefined
          ? listByKey.all(name, low, high, now, count)
          : listByIndex.all(name, options.index, low, high, now, count);
      return pageOf<T>(rows.map(placedRow), options.limit);
    },

    async total(collection, key) {
      return Number(total.get(collection, encodeKey(key))?.amount ?? 0);
    },
  };
  return reader;
}

function placedRow(row: Record<string, SQLOutputValue>): PlacedRow {
  return { place: String(row.place), version: Number(row.version), value: String(row.value) };
}
