import { changeBucket } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Takes all tags from a bucket. */
export const deleteBucketTagging = operation("DeleteBucketTagging", {
  access: "iam",
  async run(input, context) {
    await changeBucket(input, context, ({ tags: _, ...bucket }) => bucket);
    return {};
  },
});
