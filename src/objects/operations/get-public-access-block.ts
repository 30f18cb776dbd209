import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives the public access block of a bucket. */
export const getPublicAccessBlock = operation("GetPublicAccessBlock", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { publicAccessBlock } = bucket.configurations;
    if (publicAccessBlock !== undefined)
      return { PublicAccessBlockConfiguration: publicAccessBlock };
    throw fault("NoSuchPublicAccessBlockConfiguration", undefined, {
      members: { BucketName: bucket.name },
    });
  },
});
