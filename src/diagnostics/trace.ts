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
  /** Whether something was refused: such decisions are kept for longer. */
  readonly isRefusal: boolean;
  trace(): Trace;
}

/** Of so many decisions that are kept, one may have let something through. */
const passedShare = 4;

/**
 * The last decisions, bounded in memory, written without allocation. Refusals have most of the
 * room, and are not pushed out by what went well.
 */
export class TraceLog {
  readonly #refused: Ring;
  readonly #passed: Ring;
  #recorded = 0;

  /** @param capacity how many decisions are kept, at least four */
  constructor(capacity: number) {
    const passed = Math.floor(capacity / passedShare);
    this.#refused = new Ring(capacity - passed);
    this.#passed = new Ring(passed);
  }

  record(entry: Traceable): void {
    this.#recorded++;
    (entry.isRefusal ? this.#refused : this.#passed).add(entry, this.#recorded);
  }

  find(id: string): Trace | undefined {
    return (this.#refused.find(id) ?? this.#passed.find(id))?.trace();
  }

  /** Newest first, at most `limit`. */
  latest(limit: number): Trace[] {
    return [...this.#refused.kept(), ...this.#passed.kept()]
      .sort((one, other) => other.order - one.order)
      .slice(0, limit)
      .map(({ entry }) => entry.trace());
  }
}

/** The last entries of a kind; a new one takes the place of the oldest. */
class Ring {
  readonly #entries: (Traceable | undefined)[];
  readonly #orders: Float64Array;
  #next = 0;

  constructor(capacity: number) {
    this.#entries = new Array<Traceable | undefined>(capacity).fill(undefined);
    this.#orders = new Float64Array(capacity);
  }

  add(entry: Traceable, order: number): void {
    this.#entries[this.#next] = entry;
    this.#orders[this.#next] = order;
    this.#next = (this.#next + 1) % this.#entries.length;
  }

  find(id: string): Traceable | undefined {
    return this.#entries.find((entry) => entry?.traceId === id);
  }

  kept(): { entry: Traceable; order: number }[] {
    return this.#entries.flatMap((entry, index) =>
      entry ? [{ entry, order: this.#orders[index] ?? 0 }] : [],
    );
  }
}
