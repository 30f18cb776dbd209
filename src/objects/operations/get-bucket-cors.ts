import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives the CORS rules of a bucket. */
export const getBucketCors = operation("GetBucketCors", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { cors } = bucket.configurations;
    if (cors !== undefined) return { CORSRules: cors };
    throw fault("NoSuchCORSConfiguration", undefined, { members: { BucketName: bucket.name } });
  },
});
