import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Forgets the CORS rules of a bucket. */
export const deleteBucketCors = operation("DeleteBucketCors", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "cors", undefined);
    return {};
  },
});
