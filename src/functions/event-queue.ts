import type { Log } from "../foundation/log.ts";
import { functionArn } from "./domain/record.ts";
import type { ExecutionRequest } from "./invoker.ts";
import type { Done } from "./runtime/job.ts";

export interface EventQueueParts {
  readonly log: Log;
  /** Before each further attempt, in ms. */
  readonly retryAfterMs: readonly number[];
  /** How many events may be on their way. */
  readonly max: number;
  /** Undefined when the function is gone. */
  run(request: ExecutionRequest): Promise<Done | undefined>;
}

/**
 * Runs functions for callers that do not wait for an answer, and tries again when they fail, as
 * Lambda does. Events are held in memory: those that are left when the server stops are lost,
 * and the log says how many.
 */
export class EventQueue {
  readonly #parts: EventQueueParts;
  readonly #waiting = new Set<NodeJS.Timeout>();
  #size = 0;
  #isClosed = false;

  constructor(parts: EventQueueParts) {
    this.#parts = parts;
  }

  /** False when there is no room. */
  add(request: ExecutionRequest): boolean {
    if (this.#size >= this.#parts.max || this.#isClosed) return false;
    this.#size += 1;
    this.#try(request, 0);
    return true;
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#waiting) clearTimeout(timer);
    if (this.#size === 0) return;
    this.#parts.log.warn({ events: this.#size }, "events for functions are lost with this stop");
  }

  async #try(request: ExecutionRequest, attempt: number): Promise<void> {
    const outcome = await this.#outcomeOf(request);
    const delay = this.#parts.retryAfterMs[attempt];
    if (outcome === undefined || delay === undefined || this.#isClosed) {
      this.#size -= this.#isClosed ? 0 : 1;
      if (outcome) this.#parts.log.warn({ ...describe(request), ...outcome }, "an event is lost");
      return;
    }
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#try(request, attempt + 1);
    }, delay).unref();
    this.#waiting.add(timer);
  }

  /** Why it failed; undefined when there is nothing to try again. */
  async #outcomeOf(request: ExecutionRequest): Promise<{ reason: string } | undefined> {
    try {
      const done = await this.#parts.run(request);
      return !done || done.outcome.kind === "answered" ? undefined : done.outcome;
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

function describe({ record, requestId }: ExecutionRequest) {
  return { function: functionArn(record.tenant, record.name), requestId };
}
