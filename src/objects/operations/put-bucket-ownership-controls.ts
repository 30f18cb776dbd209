import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Keeps the ownership controls of a bucket, to give it back. */
export const putBucketOwnershipControls = operation("PutBucketOwnershipControls", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "ownership", input.OwnershipControls);
    return {};
  },
});
