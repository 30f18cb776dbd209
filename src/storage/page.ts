import { encodeKey, encodePosition, type Range, rangeOf } from "./key-encoding.ts";
import type { ListOptions, Page, Stored } from "./records.ts";

/** A record as an engine reads it. */
export interface Row {
  readonly version: number;
  /** JSON text. */
  readonly value: string;
}

/** A row of a list, with its encoded place in the key's or the index's order. */
export interface PlacedRow extends Row {
  readonly place: string;
}

/** What to read for one page: one row more than asked for, to see whether there is more. */
export interface PageQuery extends Range {
  readonly count: number;
}

/** @throws RangeError when the limit is not 1 to 1000. */
export function pageQuery(options: ListOptions): PageQuery {
  const { prefix, partial, afterKey, limit } = options;
  const position = afterKey && encodePosition(encodeKey(afterKey));
  const after = options.after ?? position;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new RangeError(`limit ${limit} is not 1 to 1000`);
  }
  return { ...rangeOf(prefix, partial, after), count: limit + 1 };
}

export function pageOf<T>(rows: readonly PlacedRow[], limit: number): Page<T> {
  const items = rows.slice(0, limit).map((row) => storedOf<T>(row));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last === undefined ? { items } : { items, next: encodePosition(last.place) };
}

export function storedOf<T>(row: Row): Stored<T> {
  const value: T = JSON.parse(row.value);
  return { value, version: row.version };
}
