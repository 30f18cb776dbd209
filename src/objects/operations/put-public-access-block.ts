import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Keeps the public access block of a bucket, to give it back. */
export const putPublicAccessBlock = operation("PutPublicAccessBlock", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "publicAccessBlock", input.PublicAccessBlockConfiguration);
    return {};
  },
});
