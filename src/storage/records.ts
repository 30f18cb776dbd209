/**
 * The storage port: typed records with a version, declared indexes, expiry, and batches of
 * conditional writes. Two engines implement it (sqlite/, postgres/); one contract suite
 * (test/storage/) runs on both. There are no scans and no joins.
 */

/** An ordered tuple: records are kept and listed in the order of their keys, part by part. */
export type Key = readonly string[];

/** A kind of record. Declared once, beside the queries that use it (a service's store.ts). */
export interface Collection<T> {
  /** Unique over the whole server, such as `user-pools/users`. */
  readonly name: string;
  key(value: T): Key;
  /**
   * Named further orders to list by. Several records may share an index key; undefined leaves a
   * record out. Adding an index to a collection that has records needs a migration.
   */
  readonly indexes?: Readonly<Record<string, (value: T) => Key | undefined>>;
}

/** A record as it stands: `version` starts at 1 and grows by 1 with every write. */
export interface Stored<T> {
  readonly value: T;
  readonly version: number;
}

/** What must hold for a write, or nothing of its batch is written. */
export type Condition = "absent" | "exists" | { version: number };

/** One step of a batch. Made by `put`, `remove`, `check` and `add` below. */
export type Write =
  | {
      kind: "put";
      collection: string;
      key: Key;
      value: unknown;
      indexes: Readonly<Record<string, Key>>;
      expiresAt?: number;
      condition?: Condition;
    }
  | { kind: "remove"; collection: string; key: Key; condition?: Condition }
  | { kind: "check"; collection: string; key: Key; condition: Condition }
  | { kind: "add"; collection: string; key: Key; amount: number };

export interface PutOptions {
  condition?: Condition;
  /** Milliseconds since the epoch, from when on the record counts as gone. */
  expiresAt?: number;
}

export interface ListOptions {
  /** Only records whose (index) key starts with these parts. */
  prefix: Key;
  /** List in the order of this index instead of the key. */
  index?: string;
  /** With a prefix: its last part matches by its beginning instead of whole. */
  partial?: boolean;
  /** At most this many records, 1 to 1000. */
  limit: number;
  /** Where the page before ended. */
  after?: string;
  /** In the order of keys: only what comes after this one, which need not be there. */
  afterKey?: Key;
}

export interface Page<T> {
  readonly items: readonly Stored<T>[];
  /** Opaque position to go on from; undefined when there is nothing more. */
  readonly next?: string;
}

export interface Records {
  get<T>(collection: Collection<T>, key: Key): Promise<Stored<T> | undefined>;
  /** Records in order of key or index. Expired ones are left out. */
  list<T>(collection: Collection<T>, options: ListOptions): Promise<Page<T>>;
  /** The sum that `add` wrote under this key; 0 when there is none. */
  total(collection: string, key: Key): Promise<number>;
  /**
   * Writes all of the batch or nothing, durably, in one round trip: when it resolves, not even a
   * power cut loses it.
   * @throws ConditionFailed naming the first write whose condition did not hold.
   */
  commit(batch: readonly Write[]): Promise<void>;
  close(): Promise<void>;
}

/** A condition of a batch did not hold; nothing was written. */
export class ConditionFailed extends Error {
  override readonly name = "ConditionFailed";
  /** Position in the batch of the write that was refused. */
  readonly position: number;

  constructor(position: number) {
    super(`condition of write ${position} does not hold`);
    this.position = position;
  }
}

/** Whether the conditions of a batch held. */
export async function succeeds(commit: Promise<void>): Promise<boolean> {
  try {
    await commit;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

/** Writes `value` whole. */
export function put<T>(collection: Collection<T>, value: T, options: PutOptions = {}): Write {
  const indexes: Record<string, Key> = {};
  for (const [name, keyOf] of Object.entries(collection.indexes ?? {})) {
    const key = keyOf(value);
    if (key !== undefined) indexes[name] = key;
  }
  const key = collection.key(value);
  return { kind: "put", collection: collection.name, key, value, indexes, ...options };
}

/** Removes the record, if there is one. */
export function remove<T>(collection: Collection<T>, key: Key, condition?: Condition): Write {
  const write = { kind: "remove", collection: collection.name, key } as const;
  return condition === undefined ? write : { ...write, condition };
}

/** Writes nothing, but refuses the batch unless the condition holds. */
export function check<T>(collection: Collection<T>, key: Key, condition: Condition): Write {
  return { kind: "check", collection: collection.name, key, condition };
}

/** Adds to a running total, without reading it first. */
export function add(collection: string, key: Key, amount: number): Write {
  return { kind: "add", collection, key, amount };
}
