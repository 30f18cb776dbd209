import type { Reason } from "../foundation/reason.ts";

/** One thing that was looked at on the way to a decision. */
export interface Step {
  /** What was looked at, such as `route` or `audience`. */
  readonly check: string;
  readonly outcome: "passed" | "refused" | "noted";
  /** What was found, in a sentence. */
  readonly detail: string;
  /** Present when refused: what was expected, what came, what to change. */
  readonly reason?: Reason;
}

/** How one request was decided, step by step. Holds no secret and no whole token. */
export interface Trace {
  /** The request id that the client was given. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: "gateway" | "operation";
  /** What was asked for: `GET /hello on api abc stage $default`, or `AdminInitiateAuth`. */
  readonly subject: string;
  readonly outcome: { readonly status: number; readonly text: string };
  readonly steps: readonly Step[];
}

/** Something that can tell its trace later, so that keeping it costs next to nothing. */
export interface Traceable {
  readonly traceId: string;
  trace(): Trace;
}

/** The last decisions, newest kept: bounded in memory, written without allocation. */
export class TraceLog {
  readonly #entries: (Traceable | undefined)[];
  #next = 0;

  /** @param capacity how many decisions are kept */
  constructor(capacity: number) {
    this.#entries = new Array<Traceable | undefined>(capacity).fill(undefined);
  }

  record(entry: Traceable): void {
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#entries.length;
  }

  find(id: string): Trace | undefined {
    return this.#entries.find((entry) => entry?.traceId === id)?.trace();
  }

  /** Newest first, at most `limit`. */
  latest(limit: number): Trace[] {
    const traces: Trace[] = [];
    for (let back = 1; back <= this.#entries.length && traces.length < limit; back++) {
      const at = (this.#next - back + this.#entries.length) % this.#entries.length;
      const entry = this.#entries[at];
      if (entry) traces.push(entry.trace());
    }
    return traces;
  }
}
