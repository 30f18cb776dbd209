import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives the policy of a bucket, as it was sent. */
export const getBucketPolicy = operation("GetBucketPolicy", {
  access: "iam",
  async run(input, context) {
    const { policy, name } = await findBucket(input, context);
    if (policy !== undefined) return { Policy: policy };
    throw fault("NoSuchBucketPolicy", undefined, { members: { BucketName: name } });
  },
});
