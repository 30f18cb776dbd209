import { operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Says whether a bucket keeps versions; nothing where that was never decided. */
export const getBucketVersioning = operation("GetBucketVersioning", {
  access: "iam",
  async run(input, context) {
    const { versioning } = await findBucket(input, context);
    return versioning === undefined ? {} : { Status: versioning };
  },
});
