import type { Clock } from "../foundation/clock.ts";
import {
  type Collection,
  put,
  type Records,
  remove,
  succeeds,
  type Write,
} from "../storage/records.ts";

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

interface LeaseParts {
  readonly records: Records;
  readonly clock: Clock;
  /** Differs from start to start. */
  readonly node: string;
  /** Whether other servers work with the same records: if not, any other has died. */
  readonly shared: boolean;
}

/** Who works on which stack, where several servers share one database. */
export class LeaseStore {
  readonly #parts: LeaseParts;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  /** To be written with the beginning of an operation: nobody works on the stack by then. */
  taken(stackId: string): Write {
    return put(leases, this.#leaseOf(stackId));
  }

  /** To be written with the end of an operation. */
  released(stackId: string): Write {
    return remove(leases, [stackId]);
  }

  /** Takes a stack over whose server has died; false when one works on it, this one or another. */
  async takeOver(stackId: string): Promise<boolean> {
    const { records, clock, node, shared } = this.#parts;
    const held = await records.get(leases, [stackId]);
    const mayLive = shared || held?.value.node === node;
    if (held && mayLive && held.value.until > clock.now()) return false;
    const condition = held ? { version: held.version } : ("absent" as const);
    const write = put(leases, this.#leaseOf(stackId), { condition });
    return succeeds(records.commit([write]));
  }

  /** Keeps a stack for longer; false when it is not this server's any more. */
  async keep(stackId: string): Promise<boolean> {
    const { records, node } = this.#parts;
    const held = await records.get(leases, [stackId]);
    if (held?.value.node !== node) return false;
    const condition = { version: held.version };
    return succeeds(records.commit([put(leases, this.#leaseOf(stackId), { condition })]));
  }

  #leaseOf(stackId: string): Lease {
    const { node, clock } = this.#parts;
    return { stackId, node, until: clock.now() + leaseMs };
  }
}
