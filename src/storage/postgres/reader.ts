import type { QueryResultRow } from "pg";
import type { Clock } from "../../foundation/clock.ts";
import { encodeKey } from "../key-encoding.ts";
import { type PlacedRow, pageOf, pageQuery, storedOf } from "../page.ts";
import type { Collection, Key, ListOptions, Records } from "../records.ts";
import type { Connection, Statement } from "./connection.ts";
import { isConnectionLoss, storageError } from "./problems.ts";
import {
  listByIndexStatement,
  listByKeyStatement,
  recordStatement,
  totalStatement,
} from "./statements.ts";

/** Reads, one round trip each. */
export function createReader({ run }: Connection, url: string, clock: Clock) {
  // On another connection, when the first one turns out to be lost.
  async function read(statement: Statement, values: readonly unknown[]) {
    try {
      return await run(statement, values).catch((error) => {
        if (!isConnectionLoss(error)) throw error;
        return run(statement, values);
      });
    } catch (error) {
      throw storageError(error, url);
    }
  }

  const reader: Pick<Records, "get" | "list" | "total"> = {
    async get<T>(collection: Collection<T>, key: Key) {
      const values = [collection.name, encodeKey(key), clock.now()];
      const [row] = await read(recordStatement, values);
      return row && storedOf<T>({ version: Number(row.version), value: String(row.value) });
    },

    async list<T>(collection: Collection<T>, options: ListOptions) {
      const { low, high, count } = pageQuery(options);
      const { name } = collection;
      const now = clock.now();
      const rows =
        options.index === undefined
          ? await read(listByKeyStatement, [name, low, high, now, count])
          : await read(listByIndexStatement, [name, options.index, low, high, now, count]);
      return pageOf<T>(rows.map(placedRow), options.limit);
    },

    async total(collection, key) {
      const [row] = await read(totalStatement, [collection, encodeKey(key)]);
      return Number(row?.amount ?? 0);
    },
  };
  return reader;
}

function placedRow(row: QueryResultRow): PlacedRow {
  return { place: String(row.place), version: Number(row.version), value: String(row.value) };
}
