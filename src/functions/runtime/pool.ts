import type { FunctionRecord } from "../domain/record.ts";
import type { Done, InitFailure, Job } from "./job.ts";
import type { Worker } from "./worker.ts";

/** A job that waits for a process. */
export interface Waiting {
  readonly job: Job;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (done: Done) => void;
}

/**
 * A process that has answered is back within this time, or is busy with something else: about
 * as long as another one takes to start.
 */
const returnMs = 50;

/** The processes of one generation of a function, and the jobs that wait for one. */
export class Pool {
  readonly record: FunctionRecord;
  /** Those in service, idle or not. */
  readonly workers = new Set<Worker>();
  /** The one that worked last comes first: the others may rest. */
  readonly idle: Worker[] = [];
  readonly waiting: Waiting[] = [];
  /** Those that have answered, and will ask for the next event in a moment; until when. */
  readonly #returning = new Map<Worker, NodeJS.Timeout>();
  /** How many processes are on their way. */
  starting = 0;
  /** No further job comes; resolved when the last one is done and all processes have left. */
  retirement: (() => void) | undefined;
  /** Why processes of this generation do not start; forgotten after a while. */
  failure: InitFailure | undefined;

  constructor(record: FunctionRecord) {
    this.record = record;
  }

  get isUnused(): boolean {
    return this.workers.size === 0 && this.waiting.length === 0 && this.starting === 0;
  }

  /** How many more processes would have something to do. */
  get missing(): number {
    return this.waiting.length - this.starting - this.#returning.size;
  }

  /** Counts on one that has answered, until it is back; `giveUp` follows if that takes long. */
  expect(worker: Worker, giveUp: () => void): void {
    if (!this.workers.has(worker)) return;
    const timer = setTimeout(() => {
      this.#returning.delete(worker);
      giveUp();
    }, returnMs);
    this.#returning.set(worker, timer);
  }

  /** It is back, or will not be. */
  expectNoMore(worker: Worker): void {
    clearTimeout(this.#returning.get(worker));
    this.#returning.delete(worker);
  }

  /** False when it was not in service. */
  drop(worker: Worker): boolean {
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    this.expectNoMore(worker);
    return this.workers.delete(worker);
  }

  /** The job that has waited longest. */
  takeWaiting(): Waiting | undefined {
    const next = this.waiting.shift();
    clearTimeout(next?.timer);
    return next;
  }
}
