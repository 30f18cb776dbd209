import type { Clock } from "../../foundation/clock.ts";
import type { FunctionRecord } from "../domain/record.ts";
import { type Done, type InitFailure, type Job, notRun } from "./job.ts";
import { Pool, type Waiting } from "./pool.ts";
import type { Worker } from "./worker.ts";
import type { WorkerOwner } from "./worker-parts.ts";

export interface FleetLimits {
  /** How many processes all functions together may have. */
  readonly workersMax: number;
  /** How many events may wait for one. */
  readonly waitingMax: number;
  /** How many processes may start at once: more would only slow each other down. */
  readonly startingMax: number;
}

/** Starts a process of a function. Rejects with what a person can act on. */
export type Launch = (record: FunctionRecord, owner: WorkerOwner) => Promise<Worker>;

const stopping = "The server is stopping";
/** Code that does not load is not tried again for this long: events would only wait for it. */
const failureRememberedMs = 1000;

/** All processes of all functions: as many as there are events, within the limits. */
export class Fleet implements WorkerOwner {
  readonly #limits: FleetLimits;
  readonly #launch: Launch;
  readonly #clock: Clock;
  /** By generation. */
  readonly #pools = new Map<string, Pool>();
  /** Pools in which somebody waits. */
  readonly #hungry = new Set<Pool>();
  /** Processes that are not ready yet. */
  readonly #unready = new Set<Worker>();
  /** Processes that may still be there, in service or not. */
  readonly #alive = new Set<Worker>();
  /** Processes in service, and those on their way. */
  #inService = 0;
  #starting = 0;
  #waiting = 0;
  #isClosing = false;
  #onEmpty: () => void = () => {};

  constructor(limits: FleetLimits, launch: Launch, clock: Clock) {
    this.#limits = limits;
    this.#launch = launch;
    this.#clock = clock;
  }

  /** Runs an event; it waits at most `waitMs` for its turn. Never rejects. */
  run(record: FunctionRecord, job: Job, waitMs: number): Promise<Done> {
    if (this.#isClosing) return Promise.resolve(notRun("unable", stopping));
    const pool = this.#poolOf(record);
    if (pool.failure) return Promise.resolve(pool.failure(job.requestId));
    const worker = this.#takeIdle(pool);
    if (worker) return this.#give(pool, worker, job);
    if (this.#waiting >= this.#limits.waitingMax) {
      const reason = `${this.#waiting} events wait for a process already, which is the limit`;
      return Promise.resolve(notRun("throttled", reason));
    }
    // Ending its last process, for old credentials, may just have made the fleet forget the pool.
    this.#pools.set(record.generation, pool);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#giveUp(pool, waiting), waitMs);
      const waiting: Waiting = { job, timer, resolve };
      pool.waiting.push(waiting);
      this.#waiting += 1;
      this.#hungry.add(pool);
      this.#feed();
    });
  }

  /** The generation was replaced: resolves when its last process has left service. */
  retire({ generation }: FunctionRecord): Promise<void> {
    const pool = this.#pools.get(generation);
    if (!pool) return Promise.resolve();
    return new Promise((resolve) => {
      pool.retirement = resolve;
      for (const worker of [...pool.idle]) worker.end();
      this.#forgetUnused(pool);
    });
  }

  /** Ends all processes; resolves when they are gone. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const pool of this.#pools.values()) {
      this.#refuseAll(pool, () => notRun("unable", stopping));
    }
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    for (const worker of this.#alive) worker.end();
    if (this.#alive.size + this.#starting > 0) await empty;
  }

  onIdle(worker: Worker): void {
    const pool = this.#poolOf(worker.record);
    pool.expectNoMore(worker);
    // Whoever has just got ready does something first, so that there is no end to starting.
    const isNew = this.#unready.delete(worker);
    if (isNew) this.#ready(pool);
    const starved = isNew ? undefined : this.#starved();
    const isUsable = isNew || this.#isUsable(worker);
    const next = starved || !isUsable ? undefined : this.#takeWaiting(pool);
    if (next) {
      this.#give(pool, worker, next.job).then(next.resolve);
      return;
    }
    pool.idle.push(worker);
    if (starved || !isUsable || pool.retirement) worker.end();
    if (starved) this.#start(starved);
    this.#feed();
  }

  onLeave(worker: Worker): void {
    const pool = this.#poolOf(worker.record);
    if (!pool.drop(worker)) return;
    this.#inService -= 1;
    if (this.#unready.delete(worker)) this.#ready(pool);
    this.#forgetUnused(pool);
  }

  onGone(worker: Worker, failure?: InitFailure): void {
    const pool = this.#poolOf(worker.record);
    this.#alive.delete(worker);
    if (failure) this.#onInitFailure(pool, failure);
    this.#forgetUnused(pool);
    if (this.#alive.size + this.#starting === 0) this.#onEmpty();
    this.#feed();
  }

  #poolOf(record: FunctionRecord): Pool {
    const known = this.#pools.get(record.generation);
    if (known) return known;
    const pool = new Pool(record);
    this.#pools.set(record.generation, pool);
    return pool;
  }

  /** An idle process; ends those that cannot be used any more. */
  #takeIdle({ idle }: Pool): Worker | undefined {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (this.#isUsable(worker)) return worker;
      worker.end();
    }
    return undefined;
  }

  /** Whether the process's credentials outlast another run. */
  #isUsable({ expiresAt, record }: Worker): boolean {
    return expiresAt > this.#clock.now() + record.timeout * 1000;
  }

  async #give(pool: Pool, worker: Worker, job: Job): Promise<Done> {
    const done = await worker.run(job);
    pool.expect(worker, () => this.#feed());
    return done;
  }

  #takeWaiting(pool: Pool): Waiting | undefined {
    const next = pool.takeWaiting();
    if (next) this.#waiting -= 1;
    if (pool.waiting.length === 0) this.#hungry.delete(pool);
    return next;
  }

  #refuseAll(pool: Pool, done: (job: Job) => Done): void {
    for (let next = this.#takeWaiting(pool); next; next = this.#takeWaiting(pool)) {
      next.resolve(done(next.job));
    }
  }

  #giveUp(pool: Pool, waiting: Waiting): void {
    pool.waiting.splice(pool.waiting.indexOf(waiting), 1);
    this.#waiting -= 1;
    if (pool.waiting.length === 0) this.#hungry.delete(pool);
    this.#forgetUnused(pool);
    const { workersMax } = this.#limits;
    const reason = `No process became free in time: ${this.#inService} of ${workersMax} are in use`;
    waiting.resolve(notRun("throttled", reason));
  }

  /** Starts processes for those who wait, as far as there is room. */
  #feed(): void {
    for (const pool of this.#hungry) {
      while (pool.missing > 0 && this.#mayStart() && this.#makeRoom(pool)) this.#start(pool);
    }
  }

  #mayStart(): boolean {
    return this.#starting < this.#limits.startingMax;
  }

  /** The process that has been idle longest gives way to one that is needed. */
  #makeRoom(pool: Pool): boolean {
    if (this.#inService < this.#limits.workersMax) return true;
    for (const other of this.#pools.values()) {
      const [idle] = other.idle;
      if (other === pool || !idle) continue;
      idle.end();
      return true;
    }
    return false;
  }

  /** A pool that gets no process at all because the others have them all. */
  #starved(): Pool | undefined {
    if (this.#inService < this.#limits.workersMax || !this.#mayStart()) return undefined;
    for (const pool of this.#hungry) {
      if (pool.workers.size === 0 && pool.starting === 0) return pool;
    }
    return undefined;
  }

  #start(pool: Pool): void {
    this.#inService += 1;
    this.#starting += 1;
    pool.starting += 1;
    this.#launch(pool.record, this).then(
      (worker) => {
        this.#alive.add(worker);
        this.#unready.add(worker);
        pool.workers.add(worker);
        if (this.#isClosing) worker.end();
      },
      (error: unknown) => {
        this.#inService -= 1;
        this.#ready(pool);
        const reason = error instanceof Error ? error.message : String(error);
        this.#refuseAll(pool, () => notRun("unable", reason));
        this.#forgetUnused(pool);
        if (this.#alive.size + this.#starting === 0) this.#onEmpty();
        this.#feed();
      },
    );
  }

  /** One that was on its way is there, or will never be. */
  #ready(pool: Pool): void {
    this.#starting -= 1;
    pool.starting -= 1;
  }

  #onInitFailure(pool: Pool, failure: InitFailure): void {
    const doesLoad = [...pool.workers].some((worker) => !this.#unready.has(worker));
    if (doesLoad) {
      const next = this.#takeWaiting(pool);
      next?.resolve(failure(next.job.requestId));
      return;
    }
    pool.failure = failure;
    setTimeout(() => {
      pool.failure = undefined;
      this.#forgetUnused(pool);
    }, failureRememberedMs).unref();
    this.#refuseAll(pool, ({ requestId }) => failure(requestId));
  }

  #forgetUnused(pool: Pool): void {
    if (!pool.isUnused || (pool.failure && !pool.retirement)) return;
    if (this.#pools.get(pool.record.generation) === pool) {
      this.#pools.delete(pool.record.generation);
    }
    pool.retirement?.();
  }
}
