import type { Log } from "../foundation/log.ts";
import type { Records } from "./records.ts";

/** Records as an engine keeps them. */
export interface Engine extends Records {
  /** Removes all records that have expired by now and tells how many. Runs by itself, too. */
  sweep(): Promise<number>;
}

/**
 * Removes expired records every minute, a few at a time, so that writes in between wait for no
 * more than one small step. The timer keeps no process alive.
 * @param removeSome removes at most `limit` of them and tells how many there were
 */
export function startSweeping(removeSome: (limit: number) => Promise<number>, log: Log) {
  let stopped = false;

  async function sweep(): Promise<number> {
    let removed = 0;
    for (let last = stepLimit; last === stepLimit && !stopped; removed += last) {
      last = await removeSome(stepLimit);
    }
    return removed;
  }

  const timer = setInterval(() => {
    sweep().catch((error) => log.warn({ error }, "expired records could not be removed"));
  }, intervalMs).unref();

  function stop() {
    stopped = true;
    clearInterval(timer);
  }

  return { sweep, stop };
}

const intervalMs = 60_000;
const stepLimit = 500;
