import { once } from "node:events";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Clock } from "../../foundation/clock.ts";
import { encodeBatch } from "../batch.ts";
import { ConditionFailed, type Records } from "../records.ts";
import type { Answer, Outcome, Task } from "./messages.ts";
import { problemOf, storageError } from "./problems.ts";

/** Hands writes to the writer thread, so that the event loop never waits for the disk. */
export interface Writer extends Pick<Records, "commit" | "close"> {
  /** Removes at most `limit` expired records and tells how many there were. */
  sweep(limit: number): Promise<number>;
}

export function createWriter(file: string, clock: Clock): Writer {
  const worker = new Worker(threadUrl, { workerData: file, env: threadEnvironment() });
  const waiting = new Map<number, Waiting>();
  let queue: Task[] = [];
  let lastId = 0;
  let broken: Error | undefined;
  let closing: Promise<unknown> | undefined;

  worker.on("message", (answers: Answer[]) => {
    for (const { id, outcome } of answers) {
      settle(waiting.get(id), outcome, file);
      waiting.delete(id);
    }
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("it is closed")));

  function fail(cause: unknown) {
    broken ??= storageError(problemOf(cause), file, cause);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  }

  function send() {
    if (queue.length > 0) worker.postMessage(queue);
    queue = [];
  }

  function perform(task: (id: number) => Task): Promise<number> {
    if (broken) return Promise.reject(broken);
    // What is asked for within one turn of the event loop crosses to the thread as one message.
    if (queue.length === 0) setImmediate(send);
    lastId += 1;
    queue.push(task(lastId));
    return new Promise((resolve, reject) => waiting.set(lastId, { resolve, reject }));
  }

  return {
    async commit(batch) {
      const writes = encodeBatch(batch);
      await perform((id) => ({ kind: "commit", id, now: clock.now(), writes }));
    },
    sweep: (limit) => perform((id) => ({ kind: "sweep", id, now: clock.now(), limit })),
    async close() {
      send();
      closing ??= once(worker, "exit");
      worker.postMessage("close");
      await closing;
    },
  };
}

interface Waiting {
  resolve(removed: number): void;
  reject(error: Error): void;
}

function settle(waiting: Waiting | undefined, outcome: Outcome, file: string) {
  if (outcome.kind === "done") waiting?.resolve(outcome.removed);
  else if (outcome.kind === "refused") waiting?.reject(new ConditionFailed(outcome.position));
  else waiting?.reject(storageError(outcome.problem, file));
}

/** A thread uses the compile cache of its process only when told so: 12 ms to start, not 50. */
function threadEnvironment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir();
  return cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) };
}

/** The thread's program stands beside this file: as TypeScript here, as JavaScript once built. */
const threadUrl = import.meta.url.endsWith(".ts")
  ? new URL("./writer-thread.ts", import.meta.url)
  : new URL("./writer-thread.js", import.meta.url);
