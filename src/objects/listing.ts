import { invalidArgument, type ObjectsContext } from "./contract.ts";
import { type Entry, type Listed, listKeys } from "./domain/listing.ts";
import type { StoredObject } from "./domain/stored-object.ts";

/** AWS's limit on what one page holds. */
const pageMax = 1000;

interface ListInput {
  readonly Prefix?: string | undefined;
  readonly Delimiter?: string | undefined;
  readonly MaxKeys?: number | undefined;
  readonly EncodingType?: "url" | undefined;
}

/** A page of a bucket's objects. */
export function listObjectsOf(
  bucket: string,
  input: ListInput,
  after: string | undefined,
  { objects }: ObjectsContext,
): Promise<Listed<StoredObject>> {
  const { Prefix: prefix = "", Delimiter: delimiter = "" } = input;
  const query = { prefix, delimiter, max: maxOf(input), ...(after !== undefined && { after }) };
  return listKeys(query, (limit, from) => objects.list(bucket, prefix, limit, from));
}

/** How many entries a page may hold. */
export function maxOf({ MaxKeys = pageMax }: ListInput): number {
  if (MaxKeys >= 0) return Math.min(MaxKeys, pageMax);
  const message = "Argument maxKeys must be an integer between 0 and 2147483647";
  throw invalidArgument(message, "max-keys", String(MaxKeys));
}

/** Keys as XML can say them, where a client asks for that. */
export function keyEncoder({ EncodingType }: ListInput): (key: string) => string {
  if (EncodingType !== "url") return (key) => key;
  return (key) =>
    encodeURIComponent(key.toWellFormed())
      .replaceAll("%2F", "/")
      .replaceAll("%20", "+")
      .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function itemsOf<Item>(entries: readonly Entry<Item>[]): Item[] {
  return entries.flatMap((entry) => ("item" in entry ? [entry.item] : []));
}

export function prefixesOf(entries: readonly Entry<unknown>[], encode: (key: string) => string) {
  return entries.flatMap((entry) =>
    "item" in entry ? [] : [{ Prefix: encode(entry.commonPrefix) }],
  );
}

/** An object as lists say it. */
export function summaryOf(object: StoredObject, encode: (key: string) => string) {
  const { key, modifiedAt, etag, size, storageClass = "STANDARD" } = object;
  return {
    Key: encode(key),
    LastModified: new Date(modifiedAt),
    ETag: `"${etag}"`,
    Size: size,
    StorageClass: storageClass,
  };
}
