import {
  type Collection,
  check,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { bucketExists } from "./bucket-store.ts";
import type { Tag } from "./domain/bucket.ts";
import { type AnyVersion, nullVersion, type StoredObject } from "./domain/stored-object.ts";
import { claimed, discarded } from "./garbage-store.ts";

/** The objects that are there; of those with versions, the newest. */
const current: Collection<StoredObject> = {
  name: "objects/current",
  key: ({ bucket, key }) => [bucket, key],
};

const versions: Collection<AnyVersion> = {
  name: "objects/versions",
  key: versionKey,
  indexes: { id: ({ bucket, key, versionId }) => [bucket, key, versionId] },
};

function versionKey({ bucket, key, order }: AnyVersion) {
  return [bucket, key, order];
}

/** After every version of a key. */
const last = "\u{10ffff}";

/** Where a list goes on. */
export interface Place {
  readonly key: string;
  /** Behind this version of the key; behind all of them when absent. */
  readonly order?: string;
}

/** What has just been read of a key, and must still be so. */
export type Seen = Stored<StoredObject> | undefined;

export interface Addition {
  readonly seen: Seen;
  /** Ids of bytes that the version begins to refer to. */
  readonly claims: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Further writes of the same batch. */
  readonly together?: readonly Write[];
}

export class ObjectStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** The object as it is now; undefined where there is none, or a delete marker. */
  get(bucket: string, key: string): Promise<Seen> {
    return this.#records.get(current, [bucket, key]);
  }

  async version(
    bucket: string,
    key: string,
    versionId: string,
  ): Promise<Stored<AnyVersion> | undefined> {
    const prefix = [bucket, key, versionId];
    return (await this.#records.list(versions, { index: "id", prefix, limit: 1 })).items[0];
  }

  /** The newest versions of a key. */
  async newest(bucket: string, key: string, limit: number): Promise<readonly AnyVersion[]> {
    const { items } = await this.#records.list(versions, { prefix: [bucket, key], limit });
    return items.map(({ value }) => value);
  }

  /** Objects by their keys. */
  async list(bucket: string, prefix: string, limit: number, after?: string) {
    const options = { prefix: [bucket, prefix], partial: true, limit };
    const place = after === undefined ? {} : { afterKey: [bucket, after] };
    const page = await this.#records.list(current, { ...options, ...place });
    return page.items.map(({ value }) => value);
  }

  /** Versions by their keys, and those of a key newest first. */
  async listVersions(bucket: string, prefix: string, limit: number, after?: Place) {
    const options = { prefix: [bucket, prefix], partial: true, limit };
    const place = after && { afterKey: [bucket, after.key, after.order ?? last] };
    const page = await this.#records.list(versions, { ...options, ...place });
    return page.items.map(({ value }) => value);
  }

  async isEmpty(bucket: string): Promise<boolean> {
    const { items } = await this.#records.list(versions, { prefix: [bucket], limit: 1 });
    return items.length === 0;
  }

  /**
   * Adds a version; one without an id of its own takes the place of the last such.
   * @returns false when the key, or its bucket, is not as it was seen.
   */
  async add(version: AnyVersion, addition: Addition): Promise<boolean> {
    const { seen, claims, now, together = [] } = addition;
    return succeeds(
      this.#records.commit([
        bucketExists(version.bucket),
        ...(await this.#withoutNull(version, now)),
        ...currentWrites(version, seen),
        put(versions, version),
        ...claims.map(claimed),
        ...together,
      ]),
    );
  }

  async #withoutNull(version: AnyVersion, now: number): Promise<Write[]> {
    if (version.versionId !== nullVersion) return [];
    const before = await this.version(version.bucket, version.key, nullVersion);
    return before ? removal(before, now) : [];
  }

  /**
   * Gives a version other tags; it stays what it is otherwise.
   * @returns false when the key is not as it was seen.
   */
  async retag(version: Stored<AnyVersion>, tags: readonly Tag[]): Promise<boolean> {
    const { bucket, key, order } = version.value;
    const seen = await this.get(bucket, key);
    const tagged = { ...version.value, tags };
    const isCurrent = seen?.value.order === order && tagged.kind === "object";
    return succeeds(
      this.#records.commit([
        put(versions, tagged, { condition: { version: version.version } }),
        ...(isCurrent ? currentWrites(tagged, seen) : []),
      ]),
    );
  }

  /**
   * Removes a version for good. What comes after it is the object then.
   * @returns false when the key is not as it was seen.
   */
  async remove(version: Stored<AnyVersion>, now: number): Promise<boolean> {
    const { bucket, key, order } = version.value;
    const seen = await this.get(bucket, key);
    const [first, second] = await this.newest(bucket, key, 2);
    const isNewest = first?.order === order;
    return succeeds(
      this.#records.commit([
        ...removal(version, now),
        ...(isNewest ? currentWrites(second, seen, [bucket, key]) : []),
      ]),
    );
  }
}

function removal({ value, version }: Stored<AnyVersion>, now: number): Write[] {
  const contents = value.kind === "object" ? value.contents : [];
  const ids = contents.map(({ id }) => id);
  return [remove(versions, versionKey(value), { version }), ...discarded(ids, now)];
}

/** Makes a version, or none, the object as it is now. */
function currentWrites(
  version: AnyVersion | undefined,
  seen: Seen,
  [bucket, key]: readonly [string, string] = [version?.bucket ?? "", version?.key ?? ""],
): Write[] {
  const condition = seen === undefined ? "absent" : { version: seen.version };
  if (version?.kind === "object") return [put(current, version, { condition })];
  if (seen === undefined) return [check(current, [bucket, key], "absent")];
  return [remove(current, [bucket, key], condition)];
}
