import { type Collection, put, type Records, remove, type Write } from "../storage/records.ts";

/** Bytes that no object refers to: not yet, or no more. */
interface Garbage {
  readonly contentId: string;
  /** From when on they may be removed, in milliseconds since the epoch. */
  readonly removableAt: number;
}

const garbage: Collection<Garbage> = {
  name: "objects/garbage",
  key: ({ contentId }) => [contentId],
};

/** Longer than a request may take. */
const arrivingMs = 3_600_000;
/** Whoever has begun to read them gets this long to open them. */
const leavingMs = 60_000;

/** Together with what begins to refer to the bytes: they are kept from now on. */
export function claimed(contentId: string): Write {
  return remove(garbage, [contentId], "exists");
}

/** Together with what ceases to refer to the bytes. */
export function discarded(contentId: string, now: number): Write {
  return put(garbage, { contentId, removableAt: now + leavingMs });
}

/** Remembers which bytes nothing refers to, so that a crash leaves none behind for ever. */
export class GarbageStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** Before bytes are written. */
  async announce(contentId: string, now: number): Promise<void> {
    const removableAt = now + arrivingMs;
    await this.#records.commit([put(garbage, { contentId, removableAt })]);
  }

  /** After they have been removed. */
  async forget(contentId: string): Promise<void> {
    await this.#records.commit([remove(garbage, [contentId])]);
  }

  /** Ids of bytes that may be removed. */
  async *removable(now: number): AsyncGenerator<string> {
    let after: string | undefined;
    do {
      const options = { prefix: [], limit: 1000, ...(after !== undefined && { after }) };
      const page = await this.#records.list(garbage, options);
      for (const { value } of page.items) if (value.removableAt <= now) yield value.contentId;
      after = page.next;
    } while (after !== undefined);
  }
}
