import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Forgets the ownership controls of a bucket. */
export const deleteBucketOwnershipControls = operation("DeleteBucketOwnershipControls", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "ownership", undefined);
    return {};
  },
});
