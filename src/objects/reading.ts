import { checksumMembers } from "./checksums.ts";
import { fault, type InputOf, type ObjectsContext } from "./contract.ts";
import { describing } from "./description.ts";
import { obstacleTo } from "./domain/conditions.ts";
import { type ByteRange, partRange, readRange } from "./domain/range.ts";
import type { StoredObject } from "./domain/stored-object.ts";
import { findBucket, findObject } from "./lookup.ts";
import { encrypting } from "./settings.ts";
import { preconditionFailed, versionNamed } from "./writing.ts";

type ReadInput = InputOf<"GetObject"> | InputOf<"HeadObject">;

/** What is read of an object: the object, the bytes that are asked for, and what is said of it. */
export async function prepareRead(input: ReadInput, context: ObjectsContext) {
  const bucket = await findBucket(input, context);
  const object = await findObject(bucket, input, context);
  checkConditions(input, object);
  const asked = rangeOf(input, object);
  const { start, end } = asked ?? { start: 0, end: object.size };
  const isWhole = asked === undefined;
  return {
    object,
    range: { start, end },
    head: {
      AcceptRanges: "bytes",
      LastModified: new Date(object.modifiedAt),
      ContentLength: end - start,
      ETag: `"${object.etag}"`,
      ...describing(object.description),
      ...overrides(input),
      ...versionNamed(bucket, object),
      ...encrypting(object.encryption),
      ...(isWhole ? {} : { ContentRange: `bytes ${start}-${end - 1}/${object.size}` }),
      ...(input.ChecksumMode === "ENABLED" && isWhole && checksumMembers(object.checksums)),
      ...(input.PartNumber !== undefined &&
        object.partSizes && { PartsCount: object.partSizes.length }),
      ...(object.storageClass !== undefined && { StorageClass: object.storageClass }),
      ...(object.tags.length > 0 && { TagCount: object.tags.length }),
    },
  };
}

function checkConditions(input: ReadInput, object: StoredObject): void {
  const obstacle = obstacleTo(input, object);
  if (obstacle === undefined) return;
  if (obstacle !== "not-modified") throw preconditionFailed(obstacle.failed);
  const headers = {
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.modifiedAt).toUTCString(),
  };
  throw fault("NotModified", undefined, { headers });
}

function rangeOf(input: ReadInput, { size, partSizes }: StoredObject): ByteRange | undefined {
  const { Range, PartNumber } = input;
  if (PartNumber !== undefined) {
    if (Range !== undefined) {
      throw fault(
        "InvalidRequest",
        "Cannot specify both Range header and partNumber query parameter",
      );
    }
    const range = partRange(PartNumber, partSizes ?? [size]);
    if (range === null) throw invalidRange(`part ${PartNumber}`, size);
    return range;
  }
  const range = readRange(Range, size);
  if (range === null) throw invalidRange(Range ?? "", size);
  return range;
}

function invalidRange(asked: string, size: number) {
  return fault("InvalidRange", undefined, {
    members: { RangeRequested: asked, ActualObjectSize: size },
    headers: { "content-range": `bytes */${size}` },
    reason: {
      check: "range",
      expected: `bytes of an object of ${size}`,
      received: asked,
      change: "Ask for bytes that the object has.",
    },
  });
}

/** Headers that a reader wants otherwise than they were kept. */
function overrides(input: ReadInput) {
  const {
    ResponseContentType: ContentType,
    ResponseCacheControl: CacheControl,
    ResponseContentDisposition: ContentDisposition,
    ResponseContentEncoding: ContentEncoding,
    ResponseContentLanguage: ContentLanguage,
    ResponseExpires: Expires,
  } = input;
  return {
    ...(ContentType !== undefined && { ContentType }),
    ...(CacheControl !== undefined && { CacheControl }),
    ...(ContentDisposition !== undefined && { ContentDisposition }),
    ...(ContentEncoding !== undefined && { ContentEncoding }),
    ...(ContentLanguage !== undefined && { ContentLanguage }),
    ...(Expires !== undefined && { Expires }),
  };
}
