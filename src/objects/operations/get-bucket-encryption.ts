import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives the encryption of a bucket. */
export const getBucketEncryption = operation("GetBucketEncryption", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { encryption } = bucket.configurations;
    if (encryption !== undefined) return { ServerSideEncryptionConfiguration: encryption };
    throw fault("ServerSideEncryptionConfigurationNotFoundError", undefined, {
      members: { BucketName: bucket.name },
    });
  },
});
