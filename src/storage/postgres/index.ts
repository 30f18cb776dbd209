import type { Clock } from "../../foundation/clock.ts";
import type { Log } from "../../foundation/log.ts";
import { StorageError } from "../storage-error.ts";
import { type Engine, startSweeping } from "../sweep.ts";
import { connect } from "./connection.ts";
import { migrate } from "./migrate.ts";
import { storageError } from "./problems.ts";
import { createReader } from "./reader.ts";
import { createWriter } from "./writer.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Connects to a database, and lays out the schema `gatepool` in it when it is new.
 * @throws StorageError when it cannot be reached or is newer than this program.
 */
export async function openPostgres({ url, clock, log }: PostgresOptions): Promise<Engine> {
  const connection = connect(url, log);
  try {
    await migrate(connection.pool, clock);
  } catch (error) {
    await connection.close();
    throw error instanceof StorageError ? error : storageError(error, url);
  }
  const writer = createWriter(connection, url, clock);
  const sweeping = startSweeping(writer.sweep, log);
  return {
    ...createReader(connection, url, clock),
    commit: writer.commit,
    sweep: sweeping.sweep,
    async close() {
      sweeping.stop();
      await connection.close();
    },
  };
}
