import {
  type Collection,
  check,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import type { Bucket } from "./domain/bucket.ts";

const buckets: Collection<Bucket> = {
  name: "objects/buckets",
  key: ({ name }) => [name],
  indexes: { owner: ({ tenant, name }) => [tenant.account, name] },
};

/** Every update that loses a race means that another one won, so this many never happen. */
const attemptsMax = 1000;

/** Refuses a batch when the bucket is gone. */
export function bucketExists(name: string): Write {
  return check(buckets, [name], "exists");
}

export class BucketStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(name: string): Promise<Bucket | undefined> {
    return (await this.#records.get(buckets, [name]))?.value;
  }

  /** The buckets of an account by their names. */
  async list(
    account: string,
    prefix: string,
    limit: number,
    after?: string,
  ): Promise<Page<Bucket>> {
    const options = { index: "owner", prefix: [account, prefix], partial: true, limit };
    return this.#records.list(buckets, after === undefined ? options : { ...options, after });
  }

  /** @returns false when the name is taken. */
  add(bucket: Bucket): Promise<boolean> {
    return succeeds(this.#records.commit([put(buckets, bucket, { condition: "absent" })]));
  }

  /**
   * Writes what `change` makes of the bucket; starts anew when another call changed it meanwhile.
   * @returns false when there is no such bucket.
   */
  async update(name: string, change: (bucket: Bucket) => Bucket): Promise<boolean> {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const stored: Stored<Bucket> | undefined = await this.#records.get(buckets, [name]);
      if (!stored) return false;
      const condition = { version: stored.version };
      const write = put(buckets, change(stored.value), { condition });
      if (await succeeds(this.#records.commit([write]))) return true;
    }
    throw new Error(`bucket ${name} changes faster than it can be written`);
  }

  /** @returns false when there was none. */
  remove(name: string): Promise<boolean> {
    return succeeds(this.#records.commit([remove(buckets, [name], "exists")]));
  }
}
