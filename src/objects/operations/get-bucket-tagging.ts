import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives a bucket's tags. */
export const getBucketTagging = operation("GetBucketTagging", {
  access: "iam",
  async run(input, context) {
    const { tags = [], name } = await findBucket(input, context);
    if (tags.length > 0) return { TagSet: [...tags] };
    throw fault("NoSuchTagSet", undefined, { members: { BucketName: name } });
  },
});
