import type { Migration } from "./migration.ts";

/** The tables under every collection: records, their places in indexes, and running totals. */
export const records: Migration = {
  number: 1,
  name: "records",
  sqlite: `
    CREATE TABLE records (
      id INTEGER PRIMARY KEY,
      collection TEXT NOT NULL,
      key TEXT NOT NULL,
      version INTEGER NOT NULL,
      value TEXT NOT NULL,
      entries TEXT NOT NULL,
      expires_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX records_by_key ON records (collection, key);
    CREATE INDEX records_by_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;

    CREATE TABLE index_entries (
      collection TEXT NOT NULL,
      name TEXT NOT NULL,
      entry TEXT NOT NULL,
      record_key TEXT NOT NULL,
      PRIMARY KEY (collection, name, entry)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE totals (
      collection TEXT NOT NULL,
      key TEXT NOT NULL,
      amount INTEGER NOT NULL,
      PRIMARY KEY (collection, key)
    ) STRICT, WITHOUT ROWID;`,
};
