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

  // Values are text, not jsonb: jsonb refuses U+0000 and lone surrogates, which clients can send.
  // A total has several slots, so that parallel writers need not queue for one row.
  postgres: `
    CREATE TABLE gatepool.records (
      collection text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL,
      version bigint NOT NULL,
      value text NOT NULL,
      entries jsonb NOT NULL,
      expires_at bigint,
      PRIMARY KEY (collection, key)
    );
    CREATE INDEX records_by_expiry ON gatepool.records (expires_at) WHERE expires_at IS NOT NULL;

    CREATE TABLE gatepool.index_entries (
      collection text COLLATE "C" NOT NULL,
      name text COLLATE "C" NOT NULL,
      entry text COLLATE "C" NOT NULL,
      record_key text COLLATE "C" NOT NULL,
      PRIMARY KEY (collection, name, entry)
    );

    CREATE TABLE gatepool.totals (
      collection text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL,
      slot smallint NOT NULL,
      amount bigint NOT NULL,
      PRIMARY KEY (collection, key, slot)
    );`,
};
