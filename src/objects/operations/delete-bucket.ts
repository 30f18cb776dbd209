import { fault, type ObjectsContext, operation } from "../contract.ts";
import type { Bucket } from "../domain/bucket.ts";
import { findBucket, noSuchBucket } from "../lookup.ts";

/** Deletes a bucket that holds nothing: no object, no version, no mark of a deletion. */
export const deleteBucket = operation("DeleteBucket", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    await refuseUnlessEmpty(bucket, context);
    await endUploads(bucket, context);
    if (!(await context.buckets.remove(bucket.name))) throw noSuchBucket(bucket.name);
    // An object may have come in between: then it is as if this had never been asked.
    if (await context.objects.isEmpty(bucket.name)) return {};
    await context.buckets.add(bucket);
    return refuseUnlessEmpty(bucket, context);
  },
});

async function refuseUnlessEmpty({ name }: Bucket, { objects }: ObjectsContext) {
  if (await objects.isEmpty(name)) return {};
  const [left] = await objects.listVersions(name, "", 1);
  throw fault("BucketNotEmpty", undefined, {
    members: { BucketName: name },
    reason: {
      check: "what the bucket holds",
      expected: "nothing",
      received: `${left?.kind ?? "object"} ${left?.key ?? ""}`.trim().slice(0, 200),
      change: "Delete its objects first, and all versions and delete markers of each.",
    },
  });
}

async function endUploads({ name }: Bucket, { uploads, clock }: ObjectsContext): Promise<void> {
  for (;;) {
    const page = await uploads.list(name, "", 100);
    for (const { uploadId } of page) await uploads.abort(name, uploadId, clock.now());
    if (page.length < 100) return;
  }
}
