import { operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Says in which region a bucket is; the oldest one goes without a name. */
export const getBucketLocation = operation("GetBucketLocation", {
  access: "iam",
  async run(input, context) {
    const { location } = await findBucket(input, context);
    return location === undefined ? {} : { LocationConstraint: location };
  },
});
