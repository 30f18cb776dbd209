import { encodeEntry, encodeKey } from "./key-encoding.ts";
import type { Condition, Key, Write } from "./records.ts";

/** A write as the engines take it: keys encoded, the value as JSON text. */
export interface EncodedWrite {
  readonly kind: Write["kind"];
  readonly collection: string;
  readonly key: string;
  readonly condition: "none" | "absent" | "exists" | "version";
  /** The version that the condition asks for; 0 when it asks for none. */
  readonly version: number;
  /** The value as JSON; empty but for `put`. */
  readonly value: string;
  /** Position by index name; empty but for `put`. */
  readonly entries: Readonly<Record<string, string>>;
  readonly expiresAt: number | null;
  /** What `add` adds; 0 for the others. */
  readonly amount: number;
}

/** Most writes in one batch. */
const batchLimit = 1000;
/** Longest encoded key in bytes. PostgreSQL indexes at most 2704 bytes, names included. */
const keyLimit = 1200;
/** Longest position in an index in bytes: the index key and the record's key together. */
const entryLimit = 2400;

/** A batch, ready to be sent; later changes to its values do not reach it. */
export function encodeBatch(batch: readonly Write[]): EncodedWrite[] {
  if (batch.length > batchLimit) {
    throw new RangeError(`a batch of ${batch.length} writes; at most ${batchLimit} are taken`);
  }
  return batch.map(encodeWrite);
}

function encodeWrite(write: Write): EncodedWrite {
  const base = {
    kind: write.kind,
    collection: write.collection,
    key: withinLimit(encodeKey(write.key), keyLimit, write.collection),
    ...encodeCondition(write.kind === "add" ? undefined : write.condition),
    value: "",
    entries: {},
    expiresAt: null,
    amount: write.kind === "add" ? write.amount : 0,
  };
  if (write.kind !== "put") return base;
  const value = JSON.stringify(write.value);
  return { ...base, value, entries: encodeEntries(write), expiresAt: write.expiresAt ?? null };
}

function encodeCondition(condition: Condition | undefined) {
  if (condition === undefined) return { condition: "none", version: 0 } as const;
  if (typeof condition === "string") return { condition, version: 0 } as const;
  return { condition: "version", version: condition.version } as const;
}

function encodeEntries(write: { collection: string; key: Key; indexes: Record<string, Key> }) {
  const entries: Record<string, string> = {};
  for (const [name, indexKey] of Object.entries(write.indexes)) {
    const entry = encodeEntry(indexKey, write.key);
    entries[name] = withinLimit(entry, entryLimit, `${write.collection}, index ${name}`);
  }
  return entries;
}

function withinLimit(encoded: string, limit: number, place: string): string {
  const length = Buffer.byteLength(encoded);
  if (length > limit) throw new RangeError(`key of ${length} bytes in ${place}; limit ${limit}`);
  return encoded;
}
