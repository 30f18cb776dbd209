import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Keeps the encryption of a bucket, to give it back. */
export const putBucketEncryption = operation("PutBucketEncryption", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "encryption", input.ServerSideEncryptionConfiguration);
    return {};
  },
});
