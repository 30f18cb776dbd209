import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Forgets the encryption of a bucket. */
export const deleteBucketEncryption = operation("DeleteBucketEncryption", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "encryption", undefined);
    return {};
  },
});
