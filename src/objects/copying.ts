import { type InputOf, invalidArgument, type ObjectsContext } from "./contract.ts";
import { obstacleTo } from "./domain/conditions.ts";
import { readCopySource } from "./domain/copy-source.ts";
import type { StoredObject } from "./domain/stored-object.ts";
import { findBucket, findObject } from "./lookup.ts";
import { preconditionFailed } from "./writing.ts";

type CopyInput = InputOf<"CopyObject"> | InputOf<"UploadPartCopy">;

/** The object that is to be copied, once its reader's conditions hold. */
export async function findSource(input: CopyInput, context: ObjectsContext) {
  const source = readCopySource(input.CopySource);
  if (source === undefined) {
    const message = "Copy Source must mention the source bucket and key: sourcebucket/sourcekey";
    throw invalidArgument(message, "x-amz-copy-source", input.CopySource);
  }
  const expected = input.ExpectedSourceBucketOwner;
  const named = { Bucket: source.bucket, ExpectedBucketOwner: expected };
  const bucket = await findBucket(named, context);
  const { key: Key, versionId: VersionId } = source;
  const object = await findObject(bucket, { Key, VersionId }, context);
  checkConditions(input, object);
  const CopySourceVersionId = bucket.versioning && object.versionId;
  return { object, ...(CopySourceVersionId !== undefined && { CopySourceVersionId }) };
}

function checkConditions(input: CopyInput, object: StoredObject): void {
  const obstacle = obstacleTo(
    {
      IfMatch: input.CopySourceIfMatch,
      IfModifiedSince: input.CopySourceIfModifiedSince,
      IfNoneMatch: input.CopySourceIfNoneMatch,
      IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
    },
    object,
  );
  if (obstacle === undefined) return;
  throw preconditionFailed(obstacle === "not-modified" ? "If-Modified-Since" : obstacle.failed);
}
