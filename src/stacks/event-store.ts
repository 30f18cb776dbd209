import { type Collection, type Page, put, type Records, type Write } from "../storage/records.ts";
import type { StackEvent } from "./domain/stack.ts";

const events: Collection<StackEvent> = {
  name: "stacks/events",
  key: ({ stackId, at, order }) => [stackId, newestFirst(at), newestFirst(order)],
};

/** Events are shown for this long. */
const shownMs = 90 * 24 * 60 * 60 * 1000;

export function eventWrite(event: StackEvent): Write {
  return put(events, event, { expiresAt: event.at + shownMs });
}

/** What happened to stacks. */
export class EventStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** Newest first. */
  list(stackId: string, limit: number, after?: string): Promise<Page<StackEvent>> {
    const options = { prefix: [stackId], limit };
    return this.#records.list(events, { ...options, ...(after && { after }) });
  }
}

/** Later ones come first in the order of keys. */
export function newestFirst(position: number): string {
  return String(Number.MAX_SAFE_INTEGER - position);
}
