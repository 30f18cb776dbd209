import { type InputOf, invalidArgument, type ObjectsContext, operation } from "../contract.ts";
import { type Entry, lastCharacter, listKeys } from "../domain/listing.ts";
import type { AnyVersion, StoredObject } from "../domain/stored-object.ts";
import {
  itemsOf,
  keyEncoder,
  keyOf,
  maxOf,
  placeAfter,
  prefixesOf,
  queryOf,
  summaryOf,
} from "../listing.ts";
import { findBucket } from "../lookup.ts";
import type { Place } from "../object-store.ts";

/** Lists the versions of a bucket's objects, and the marks of deletions, newest first by key. */
export const listObjectVersions = operation("ListObjectVersions", {
  access: "iam",
  async run(input, context) {
    const { name } = await findBucket(input, context);
    const { entries, next } = await pageOf(input, context);
    const latest = latestOf(entries, input);
    const encode = keyEncoder(input);
    const Owner = { ID: context.tenant.account };
    const { Prefix = "", KeyMarker = "", VersionIdMarker, Delimiter, EncodingType } = input;
    const items = itemsOf(entries);
    const placed = (version: AnyVersion) => ({
      ...{ Key: encode(version.key), VersionId: version.versionId, Owner },
      IsLatest: latest.has(version),
      LastModified: new Date(version.modifiedAt),
    });
    return {
      Name: name,
      Prefix: encode(Prefix),
      KeyMarker: encode(KeyMarker),
      VersionIdMarker: VersionIdMarker ?? "",
      ...(next && { NextKeyMarker: encode(keyOf(next)) }),
      ...(next && "item" in next && { NextVersionIdMarker: next.item.versionId }),
      MaxKeys: maxOf(input),
      ...(Delimiter !== undefined && { Delimiter: encode(Delimiter) }),
      IsTruncated: next !== undefined,
      ...(EncodingType !== undefined && { EncodingType }),
      Versions: items
        .filter((version): version is StoredObject => version.kind === "object")
        .map((object) => ({
          ...summaryOf(object, encode),
          ...placed(object),
          StorageClass: "STANDARD" as const,
        })),
      DeleteMarkers: items.filter(({ kind }) => kind === "delete-marker").map(placed),
      CommonPrefixes: prefixesOf(entries, encode),
    };
  },
});

async function pageOf(input: InputOf<"ListObjectVersions">, context: ObjectsContext) {
  const query = queryOf(input);
  const after = await startOf(input, context);
  return listKeys<AnyVersion, Place>(after ? { ...query, after } : query, {
    read: (limit, from) => context.objects.listVersions(input.Bucket, query.prefix, limit, from),
    placeOf: ({ key, order }) => ({ key, order }),
    behind: (key) => ({ key: key + lastCharacter }),
  });
}

/** After a version, or after all versions of a key. */
async function startOf(
  input: InputOf<"ListObjectVersions">,
  { objects }: ObjectsContext,
): Promise<Place | undefined> {
  const { Bucket, KeyMarker = "", VersionIdMarker = "" } = input;
  if (VersionIdMarker !== "" && KeyMarker === "") {
    const message = "A version-id marker cannot be specified without a key marker.";
    throw invalidArgument(message, "version-id-marker", VersionIdMarker);
  }
  if (KeyMarker === "") return undefined;
  if (VersionIdMarker === "") return { key: placeAfter(KeyMarker, queryOf(input)) };
  const version = await objects.version(Bucket, KeyMarker, VersionIdMarker);
  // An id sorts as its version does, also when that is gone by now.
  return { key: KeyMarker, order: version?.value.order ?? VersionIdMarker };
}

/** The first of each key, unless the page before has had it. */
function latestOf(
  entries: readonly Entry<AnyVersion>[],
  { KeyMarker, VersionIdMarker = "" }: InputOf<"ListObjectVersions">,
): ReadonlySet<AnyVersion> {
  const latest = new Set<AnyVersion>();
  let before = VersionIdMarker === "" ? undefined : KeyMarker;
  for (const version of itemsOf(entries)) {
    if (version.key !== before) latest.add(version);
    before = version.key;
  }
  return latest;
}
