import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives the ownership controls of a bucket. */
export const getBucketOwnershipControls = operation("GetBucketOwnershipControls", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { ownership } = bucket.configurations;
    if (ownership !== undefined) return { OwnershipControls: ownership };
    throw fault("OwnershipControlsNotFoundError", undefined, {
      members: { BucketName: bucket.name },
    });
  },
});
