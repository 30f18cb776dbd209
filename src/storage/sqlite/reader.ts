import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Clock } from "../../foundation/clock.ts";
import { encodeKey } from "../key-encoding.ts";
import { type PlacedRow, pageOf, pageQuery, storedOf } from "../page.ts";
import type { Collection, Key, ListOptions, Records } from "../records.ts";
import { problemOf, storageError } from "./problems.ts";
import { listByIndexSql, listByKeySql, recordSql, totalSql } from "./statements.ts";

/** Reads on the calling thread: handing a read to another would take longer than the read. */
export function createReader(database: DatabaseSync, file: string, clock: Clock) {
  const record = database.prepare(recordSql);
  const listByKey = database.prepare(listByKeySql);
  const listByIndex = database.prepare(listByIndexSql);
  const total = database.prepare(totalSql);

  function read<R>(statement: () => R): R {
    try {
      return statement();
    } catch (error) {
      throw storageError(problemOf(error), file, error);
    }
  }

  const reader: Pick<Records, "get" | "list" | "total"> = {
    async get<T>(collection: Collection<T>, key: Key) {
      const row = read(() => record.get(collection.name, encodeKey(key), clock.now()));
      return row && storedOf<T>({ version: Number(row.version), value: String(row.value) });
    },

    async list<T>(collection: Collection<T>, options: ListOptions) {
      const { low, high, count } = pageQuery(options);
      const { name } = collection;
      const now = clock.now();
      const rows = read(() =>
        options.index === undefined
          ? listByKey.all(name, low, high, now, count)
          : listByIndex.all(name, options.index, low, high, now, count),
      );
      return pageOf<T>(rows.map(placedRow), options.limit);
    },

    async total(collection, key) {
      const row = read(() => total.get(collection, encodeKey(key)));
      return Number(row?.amount ?? 0);
    },
  };
  return reader;
}

function placedRow(row: Record<string, SQLOutputValue>): PlacedRow {
  return { place: String(row.place), version: Number(row.version), value: String(row.value) };
}
