import type { Log } from "../foundation/log.ts";
import type { Changes } from "./changes.ts";
import type { RevisionStore } from "./revision-store.ts";

const intervalMs = 500;

/** Watches for what other nodes change, so that this one serves it within a second. */
export class Follower {
  readonly #revisions: RevisionStore;
  readonly #changes: Changes;
  readonly #log: Log;
  #seen = -1;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(revisions: RevisionStore, changes: Changes, log: Log) {
    this.#revisions = revisions;
    this.#changes = changes;
    this.#log = log;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#tick(), intervalMs).unref();
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#looking;
  }

  /** Looks once: a single read when nothing has changed. */
  async look(): Promise<void> {
    const latest = await this.#revisions.latest();
    if (latest === this.#seen) return;
    await this.#changes.catchUp();
    this.#seen = latest;
  }

  /** Skipped while the look before is still under way. */
  #tick(): void {
    if (this.#looking) return;
    this.#looking = this.look()
      .catch((err) => this.#log.warn({ err }, "changes of other nodes could not be read"))
      .finally(() => {
        this.#looking = undefined;
      });
  }
}
