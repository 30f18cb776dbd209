import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../foundation/clock.ts";
import { encodeBatch } from "../batch.ts";
import { ConditionFailed, type Records } from "../records.ts";
import type { Connection, Statement } from "./connection.ts";
import { isPassing, storageError } from "./problems.ts";
import { commitStatement, sweepStatement } from "./statements.ts";

/** Writes, one round trip each: the server applies a whole batch in one call. */
export interface Writer extends Pick<Records, "commit"> {
  /** Removes at most `limit` expired records and tells how many there were. */
  sweep(limit: number): Promise<number>;
}

export function createWriter({ run }: Connection, url: string, clock: Clock): Writer {
  // A lost connection is not tried again: the batch may have been written before it was lost.
  async function call(statement: Statement, values: readonly unknown[]) {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await run(statement, values))[0];
      } catch (error) {
        if (!isPassing(error) || attempt === maxAttempts) throw storageError(error, url);
        await delay(attempt * attempt);
      }
    }
  }

  return {
    async commit(batch) {
      const writes = JSON.stringify(encodeBatch(batch));
      const row = await call(commitStatement, [writes, clock.now()]);
      if (typeof row?.refused === "number") throw new ConditionFailed(row.refused);
    },
    async sweep(limit) {
      const row = await call(sweepStatement, [clock.now(), limit]);
      return Number(row?.removed);
    },
  };
}

const maxAttempts = 10;
