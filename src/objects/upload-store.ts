import type { StorageClass } from "@aws-sdk/client-s3";
import {
  type Collection,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { bucketExists } from "./bucket-store.ts";
import type { Tag } from "./domain/bucket.ts";
import type { ChecksumName } from "./domain/checksum.ts";
import type {
  Checksums,
  ContentReference,
  Description,
  Encryption,
} from "./domain/stored-object.ts";
import { claimed, discarded } from "./garbage-store.ts";

/** An upload in parts that is neither complete nor aborted. */
export interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly description: Description;
  readonly encryption: Encryption;
  readonly storageClass?: StorageClass;
  readonly tags: readonly Tag[];
  readonly checksum?: { readonly name: ChecksumName; readonly type: Checksums["type"] };
}

export interface Part {
  readonly uploadId: string;
  readonly number: number;
  readonly size: number;
  /** Without its quotes. */
  readonly etag: string;
  readonly content: ContentReference;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  readonly checksums: Checksums["values"];
}

const uploads: Collection<Upload> = {
  name: "objects/uploads",
  key: ({ bucket, uploadId }) => [bucket, uploadId],
  indexes: { key: ({ bucket, key, uploadId }) => [bucket, key, uploadId] },
};

const parts: Collection<Part> = {
  name: "objects/parts",
  key: ({ uploadId, number }) => partKey(uploadId, number),
};

/** An upload that has ended, until all that was kept of it is gone. */
interface EndedUpload {
  readonly uploadId: string;
  /** Ids of the bytes that no object took. */
  readonly discards: readonly string[];
}

const ended: Collection<EndedUpload> = {
  name: "objects/ended-uploads",
  key: ({ uploadId }) => [uploadId],
};

/** An upload may have ten times as many parts as a batch takes writes. */
const perBatch = 400;

function partKey(uploadId: string, number: number) {
  return [uploadId, String(number).padStart(5, "0")];
}

/** Every part that loses a race means that another one won, so this many never happen. */
const attemptsMax = 100;

export class UploadStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  get(bucket: string, uploadId: string): Promise<Stored<Upload> | undefined> {
    return this.#records.get(uploads, [bucket, uploadId]);
  }

  /** @returns false when the bucket is gone. */
  add(upload: Upload): Promise<boolean> {
    const batch = [bucketExists(upload.bucket), put(uploads, upload, { condition: "absent" })];
    return succeeds(this.#records.commit(batch));
  }

  /** Uploads of a bucket by their keys. */
  async list(bucket: string, prefix: string, limit: number): Promise<readonly Upload[]> {
    const options = { index: "key", prefix: [bucket, prefix], partial: true, limit };
    return (await this.#records.list(uploads, options)).items.map(({ value }) => value);
  }

  /** Parts by their numbers, after one of them. */
  async parts(uploadId: string, limit: number, after = 0): Promise<readonly Part[]> {
    const afterKey = partKey(uploadId, after);
    const page = await this.#records.list(parts, { prefix: [uploadId], limit, afterKey });
    return page.items.map(({ value }) => value);
  }

  async allParts(uploadId: string): Promise<readonly Part[]> {
    const all: Part[] = [];
    for (;;) {
      const page = await this.parts(uploadId, 1000, all.at(-1)?.number);
      all.push(...page);
      if (page.length < 1000) return all;
    }
  }

  /**
   * Adds a part, in the place of one of the same number.
   * @returns false when the upload is gone.
   */
  async addPart({ bucket, uploadId }: Upload, part: Part, now: number): Promise<boolean> {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const upload = await this.#records.get(uploads, [bucket, uploadId]);
      if (!upload) return false;
      const before = await this.#records.get(parts, partKey(uploadId, part.number));
      const condition = before ? { version: before.version } : "absent";
      const batch = [
        // Written anew, so that its version tells whoever ends it that there is one part more.
        put(uploads, upload.value, { condition: { version: upload.version } }),
        put(parts, part, { condition }),
        claimed(part.content.id),
        ...(before ? discarded([before.value.content.id], now) : []),
      ];
      if (await succeeds(this.#records.commit(batch))) return true;
    }
    throw new Error("the upload changes faster than it can be written");
  }

  /** Ends an upload and discards all of its parts. @returns false when it was gone. */
  async abort(bucket: string, uploadId: string, now: number): Promise<boolean> {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const upload = await this.get(bucket, uploadId);
      if (!upload) return false;
      const batch = endOf(upload, await this.allParts(uploadId), new Set());
      if (!(await succeeds(this.#records.commit(batch)))) continue;
      await this.clear(now);
      return true;
    }
    throw new Error("the upload changes faster than it can be ended");
  }

  /** Removes what is left of uploads that have ended, also of those that a crash left behind. */
  async clear(now: number): Promise<void> {
    for (;;) {
      const { items } = await this.#records.list(ended, { prefix: [], limit: 100 });
      for (const { value } of items) await this.#clear(value, now);
      if (items.length < 100) return;
    }
  }

  async #clear({ uploadId, discards }: EndedUpload, now: number): Promise<void> {
    const all = await this.allParts(uploadId);
    const writes = [
      ...all.map(({ number }) => remove(parts, partKey(uploadId, number))),
      ...discarded(discards, now),
      remove(ended, [uploadId]),
    ];
    for (let first = 0; first < writes.length; first += perBatch) {
      await this.#records.commit(writes.slice(first, first + perBatch));
    }
  }
}

/** Ends an upload; the bytes that its object does not take are to be discarded. */
export function endOf(
  { value: { bucket, uploadId }, version }: Stored<Upload>,
  all: readonly Part[],
  taken: ReadonlySet<string>,
): Write[] {
  const ids = all.map(({ content }) => content.id);
  return [
    remove(uploads, [bucket, uploadId], { version }),
    put(ended, { uploadId, discards: ids.filter((id) => !taken.has(id)) }),
  ];
}
