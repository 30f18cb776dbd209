import type { Statement } from "./connection.ts";

/** A record by its key, unless it expired. */
export const recordStatement: Statement = {
  name: "gatepool-record",
  text: `
    SELECT version, value FROM gatepool.records
    WHERE collection = $1 AND key = $2 AND (expires_at IS NULL OR expires_at > $3)`,
};

/** Records in the order of their keys. */
export const listByKeyStatement: Statement = {
  name: "gatepool-list-by-key",
  text: `
    SELECT key AS place, version, value FROM gatepool.records
    WHERE collection = $1 AND key >= $2 AND key < $3 AND (expires_at IS NULL OR expires_at > $4)
    ORDER BY key LIMIT $5`,
};

/** Records in the order of an index. */
export const listByIndexStatement: Statement = {
  name: "gatepool-list-by-index",
  text: `
    SELECT e.entry AS place, r.version, r.value
    FROM gatepool.index_entries e
    JOIN gatepool.records r ON r.collection = e.collection AND r.key = e.record_key
    WHERE e.collection = $1 AND e.name = $2 AND e.entry >= $3 AND e.entry < $4
      AND (r.expires_at IS NULL OR r.expires_at > $5)
    ORDER BY e.entry LIMIT $6`,
};

export const totalStatement: Statement = {
  name: "gatepool-total",
  text: `
    SELECT coalesce(sum(amount), 0) AS amount FROM gatepool.totals
    WHERE collection = $1 AND key = $2`,
};

/** Writes a batch; migration 2 holds the function. */
export const commitStatement: Statement = {
  name: "gatepool-commit",
  text: "SELECT gatepool.commit_batch($1, $2) AS refused",
};

/** Removes some records that expired, longest gone first. */
export const sweepStatement: Statement = {
  name: "gatepool-sweep",
  text: "SELECT gatepool.sweep($1, $2) AS removed",
};
