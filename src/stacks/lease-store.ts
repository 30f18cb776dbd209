import type { Clock } from "../foundation/clock.ts";
import { type Collection, put, type Records, remove, succeeds } from "../storage/records.ts";

interface Lease {
  readonly stackId: string;
  /** The server that works on the stack. */
  readonly node: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const leases: Collection<Lease> = { name: "stacks/leases", key: ({ stackId }) => [stackId] };

/** A server that says nothing for this long has died. */
const leaseMs = 20_000;

/** Who works on which stack, where several servers share one database. */
export class LeaseStore {
  readonly #records: Records;
  readonly #node: string;
  readonly #clock: Clock;

  constructor(records: Records, node: string, clock: Clock) {
    this.#records = records;
    this.#node = node;
    this.#clock = clock;
  }

  /** Takes a stack, or keeps it for longer; false when another server works on it. */
  async take(stackId: string): Promise<boolean> {
    const now = this.#clock.now();
    const held = await this.#records.get(leases, [stackId]);
    if (held && held.value.node !== this.#node && held.value.until > now) return false;
    const condition = held ? { version: held.version } : ("absent" as const);
    const lease = { stackId, node: this.#node, until: now + leaseMs };
    return succeeds(this.#records.commit([put(leases, lease, { condition })]));
  }

  async release(stackId: string): Promise<void> {
    await this.#records.commit([remove(leases, [stackId])]);
  }
}
