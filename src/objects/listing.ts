import { invalidArgument, type ObjectsContext } from "./contract.ts";
import { commonPrefixOf, type Entry, lastCharacter, listKeys } from "./domain/listing.ts";
import type { StoredObject } from "./domain/stored-object.ts";

/** AWS's limit on what one page holds. */
const pageMax = 1000;

interface ListInput {
  readonly Prefix?: string | undefined;
  readonly Delimiter?: string | undefined;
  readonly MaxKeys?: number | undefined;
  readonly EncodingType?: "url" | undefined;
}

/** A page of a bucket's objects, after a key. */
export async function listObjectsOf(
  bucket: string,
  input: ListInput,
  start: string | undefined,
  { objects }: ObjectsContext,
): Promise<{ entries: readonly Entry<StoredObject>[]; next?: string }> {
  const query = queryOf(input);
  const after = start === undefined ? {} : { after: placeAfter(start, query) };
  const { entries, next } = await listKeys<StoredObject, string>(
    { ...query, ...after },
    {
      read: (limit, from) => objects.list(bucket, query.prefix, limit, from),
      placeOf: ({ key }) => key,
      behind: (key) => key + lastCharacter,
    },
  );
  return { entries, ...(next && { next: keyOf(next) }) };
}

/** What of a bucket is to be listed, whatever its items are. */
export function queryOf(input: ListInput) {
  const { Prefix: prefix = "", Delimiter: delimiter = "" } = input;
  return { prefix, delimiter, max: maxOf(input) };
}

/** After a common beginning that was told before, all that is below it has been told. */
export function placeAfter(key: string, query: ReturnType<typeof queryOf>): string {
  return commonPrefixOf(key, query) === key ? key + lastCharacter : key;
}

/** The key that an entry is told by. */
export function keyOf(entry: Entry<{ readonly key: string }>): string {
  return "item" in entry ? entry.item.key : entry.commonPrefix;
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
