import type { FunctionRecord } from "../domain/record.ts";
import type { InitFailure } from "./job.ts";
import type { Output } from "./output.ts";
import type { Command } from "./process.ts";
import type { Reaper } from "./reaper.ts";
import type { Watch } from "./watch.ts";
import type { Worker } from "./worker.ts";

/** Who gives work to a worker. */
export interface WorkerOwner {
  /** It can take a job. */
  onIdle(worker: Worker): void;
  /** It takes no more jobs: its process is being ended, or has ended. */
  onLeave(worker: Worker): void;
  /** Its process has ended. `failure` tells why, when it never became ready. */
  onGone(worker: Worker, failure?: InitFailure): void;
}

/** What a worker is made of. */
export interface WorkerParts {
  readonly record: FunctionRecord;
  readonly output: Output;
  readonly watch: Watch;
  readonly reaper: Reaper;
  readonly owner: WorkerOwner;
  /** After this long without work it is frozen, as on Lambda; in ms. */
  readonly freezeAfterMs: number;
  /** Frozen for this long it ends, in ms. */
  readonly endAfterMs: number;
  /** First part of the runtime API's paths, for runtimes that can take one. */
  readonly secret?: string;
  /** When its credentials stop working, in ms since the epoch. */
  readonly expiresAt: number;
  readonly warning?: string;
  command(runtimeApi: string): Command;
  /** The process is gone: removes what it worked with. Never rejects. */
  cleanUp(): Promise<void>;
}
