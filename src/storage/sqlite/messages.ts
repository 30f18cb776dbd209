import type { EncodedWrite } from "../batch.ts";
import type { Problem } from "./problems.ts";

/** What the writer thread is asked to do. `now` is in milliseconds since the epoch. */
export type Task =
  | { kind: "commit"; id: number; now: number; writes: readonly EncodedWrite[] }
  | { kind: "sweep"; id: number; now: number; limit: number };

/** What the thread receives. It finishes what came before `close`, and ends. */
export type Message = readonly Task[] | "close";

/** What became of it. Sent only once everything is on the disk. */
export interface Answer {
  readonly id: number;
  readonly outcome: Outcome;
}

export type Outcome =
  | { kind: "done"; removed: number }
  | { kind: "refused"; position: number }
  | { kind: "failed"; problem: Problem };
