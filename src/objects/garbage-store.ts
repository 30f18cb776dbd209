import {
  type Collection,
  put,
  type Records,
  remove,
  succeeds,
  type Write,
} from "../storage/records.ts";

/** Bytes that no object refers to: not yet, or no more. */
export interface Garbage {
  /** At least one; an object of many parts has many. */
  readonly contentIds: readonly string[];
  /** From when on they may be removed, in milliseconds since the epoch. */
  readonly removableAt: number;
}

const garbage: Collection<Garbage> = {
  name: "objects/garbage",
  key: keyOf,
};

function keyOf({ contentIds: [first = ""] }: Pick<Garbage, "contentIds">) {
  return [first];
}

/** Longer than a request may take. */
const arrivingMs = 3_600_000;
/** Whoever has begun to read them gets this long to open them. */
const leavingMs = 60_000;

/** A record as it was first written: whoever is to remove the bytes writes it once more. */
const untaken = { version: 1 };

/** Together with what begins to refer to the bytes: they are kept from now on. */
export function claimed(contentId: string): Write {
  return remove(garbage, [contentId], untaken);
}

/** Together with what ceases to refer to the bytes. */
export function discarded(contentIds: readonly string[], now: number): Write[] {
  if (contentIds.length === 0) return [];
  return [put(garbage, { contentIds, removableAt: now + leavingMs })];
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
    await this.#records.commit([put(garbage, { contentIds: [contentId], removableAt })]);
  }

  /**
   * Before bytes are removed, so that nothing can claim them any more.
   * @returns false when something has
   */
  async take({ contentIds }: Pick<Garbage, "contentIds">): Promise<boolean> {
    const found = await this.#records.get(garbage, keyOf({ contentIds }));
    if (!found || found.version > untaken.version) return found !== undefined;
    return succeeds(this.#records.commit([put(garbage, found.value, { condition: untaken })]));
  }

  /** After they have been removed. */
  async forget(gone: Pick<Garbage, "contentIds">): Promise<void> {
    await this.#records.commit([remove(garbage, keyOf(gone))]);
  }

  /** Bytes that may be removed. */
  async *removable(now: number): AsyncGenerator<Garbage> {
    let after: string | undefined;
    do {
      const options = { prefix: [], limit: 1000, ...(after !== undefined && { after }) };
      const page = await this.#records.list(garbage, options);
      for (const { value } of page.items) if (value.removableAt <= now) yield value;
      after = page.next;
    } while (after !== undefined);
  }
}
