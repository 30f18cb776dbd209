import { fault, invalidArgument, type ObjectsContext } from "./contract.ts";
import { findBucket } from "./lookup.ts";

/** How an operation names an upload in parts. */
interface NamedUpload {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

/** The upload that is under way, and its bucket. */
export async function findUpload(named: NamedUpload, context: ObjectsContext) {
  const bucket = await findBucket(named, context);
  const upload = await context.uploads.get(bucket.name, named.UploadId);
  if (upload?.value.key === named.Key) return { bucket, upload };
  throw noSuchUpload(named.UploadId);
}

export function noSuchUpload(uploadId: string) {
  return fault("NoSuchUpload", undefined, {
    members: { UploadId: uploadId },
    reason: {
      check: "upload",
      expected: "an upload of this key that is under way",
      received: uploadId.slice(0, 100),
      change: "Begin it anew with CreateMultipartUpload.",
    },
  });
}

const partNumberMax = 10_000;

export function checkPartNumber(number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= partNumberMax) return;
  const message = `Part number must be an integer between 1 and ${partNumberMax}, inclusive`;
  throw invalidArgument(message, "partNumber", String(number));
}
