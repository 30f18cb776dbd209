import { configure } from "../configuring.ts";
import { operation } from "../contract.ts";

/** Forgets the public access block of a bucket. */
export const deletePublicAccessBlock = operation("DeletePublicAccessBlock", {
  access: "iam",
  async run(input, context) {
    await configure(input, context, "publicAccessBlock", undefined);
    return {};
  },
});
