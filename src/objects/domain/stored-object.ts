import type { StorageClass } from "@aws-sdk/client-s3";
import type { Random } from "../../foundation/random.ts";
import type { Tag } from "./bucket.ts";
import type { ChecksumName } from "./checksum.ts";

/** A piece of an object's bytes, as it is kept. */
export interface ContentReference {
  readonly id: string;
  readonly size: number;
}

/** What clients say about an object, and get back with it. */
export interface Description {
  readonly contentType?: string;
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
  readonly contentEncoding?: string;
  readonly contentLanguage?: string;
  /** Milliseconds since the epoch. */
  readonly expires?: number;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface Checksums {
  readonly type: "FULL_OBJECT" | "COMPOSITE";
  readonly values: Readonly<Partial<Record<ChecksumName, string>>>;
}

/** One version of an object, or of its absence. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  /** `null` where the bucket kept no versions when it was written. */
  readonly versionId: string;
  /** Sorts the versions of a key, newest first. */
  readonly order: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** The mark that an object was deleted, in a bucket that keeps versions. */
export interface DeleteMarker extends ObjectVersion {
  readonly kind: "delete-marker";
}

export interface StoredObject extends ObjectVersion {
  readonly kind: "object";
  readonly size: number;
  /** Without its quotes. */
  readonly etag: string;
  /** Its bytes, in their order: one piece, or the parts of an upload. */
  readonly contents: readonly ContentReference[];
  readonly description: Description;
  readonly checksums?: Checksums;
  /** Sizes of the parts that it was uploaded in. */
  readonly partSizes?: readonly number[];
  readonly encryption: Encryption;
  readonly storageClass?: StorageClass;
  readonly tags: readonly Tag[];
}

export interface Encryption {
  readonly algorithm: "AES256" | "aws:kms" | "aws:kms:dsse";
  readonly keyId?: string;
  readonly bucketKey?: boolean;
}

export type AnyVersion = StoredObject | DeleteMarker;

export const nullVersion = "null";

const stampMax = 2 ** 52;
const stampDigits = 13;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * The place of a new version among those of its key: before all others, also where the clock has
 * been set back or stands still.
 *
 * @param newest the order of the newest one so far
 */
export function nextOrder(now: number, newest: string | undefined, random: Random): string {
  const last =
    newest === undefined ? 0 : stampMax - Number.parseInt(newest.slice(0, stampDigits), 16);
  const stamp = Math.max(now * 1000, last + 1);
  const text = (stampMax - stamp).toString(16).padStart(stampDigits, "0");
  return text + random.text(alphabet, 32 - stampDigits);
}
