import { Pool, type QueryResultRow } from "pg";
import type { Log } from "../../foundation/log.ts";

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Connections to the database, opened as they are needed. */
export interface Connection {
  readonly pool: Pool;
  run(statement: Statement, values: readonly unknown[]): Promise<QueryResultRow[]>;
  /** Ends once everything that was asked for has been answered. */
  close(): Promise<void>;
}

export function connect(url: string, log: Log): Connection {
  const running = new Set<Promise<unknown>>();
  const pool = new Pool({
    connectionString: url,
    application_name: "gatepool",
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    onConnect: (client) => client.query(sessionSettings),
  });
  // An idle connection that breaks is replaced when the next one is needed.
  pool.on("error", (error) => log.warn({ error }, "a connection to PostgreSQL was lost"));

  return {
    pool,
    async run(statement, values) {
      const query = pool.query({ ...statement, values: [...values] });
      running.add(query);
      try {
        return (await query).rows;
      } finally {
        running.delete(query);
      }
    },
    async close() {
      await Promise.allSettled(running);
      await pool.end();
    },
  };
}

const poolSize = 16;

/**
 * All our statements walk an index in its order. The planner must not find that a table that is
 * small today is scanned faster: the plan is kept while the table grows. A database may be set to
 * acknowledge commits before they are on its disk; ours wait.
 */
const sessionSettings = `
  SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off;
  SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;
  SET default_transaction_isolation = 'read committed'; SET statement_timeout = '30s';
  SELECT set_config('synchronous_commit', 'on', false)
  WHERE current_setting('synchronous_commit') = 'off'`;
