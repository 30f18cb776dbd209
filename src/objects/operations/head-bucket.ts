import { operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Says whether a bucket is there, and where. */
export const headBucket = operation("HeadBucket", {
  access: "iam",
  async run(input, context) {
    const { tenant } = await findBucket(input, context);
    return { BucketRegion: tenant.region, AccessPointAlias: false };
  },
});
