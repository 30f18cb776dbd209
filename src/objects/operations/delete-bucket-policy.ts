import { changeBucket } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Forgets the policy of a bucket. */
export const deleteBucketPolicy = operation("DeleteBucketPolicy", {
  access: "iam",
  async run(input, context) {
    await changeBucket(input, context, ({ policy: _, ...bucket }) => bucket);
    return {};
  },
});
