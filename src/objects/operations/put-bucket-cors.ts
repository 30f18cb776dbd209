import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Keeps the CORS rules of a bucket, to give it back. */
export const putBucketCors = operation("PutBucketCors", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "cors", input.CORSConfiguration.CORSRules);
    return {};
  },
});
