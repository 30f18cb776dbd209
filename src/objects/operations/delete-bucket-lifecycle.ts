import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Forgets the lifecycle rules of a bucket. */
export const deleteBucketLifecycle = operation("DeleteBucketLifecycle", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "lifecycle", undefined);
    return {};
  },
});
