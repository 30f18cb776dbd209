import { operation } from "../contract.ts";
import { retag } from "../tagging.ts";

/** Takes all tags from an object. */
export const deleteObjectTagging = operation("DeleteObjectTagging", {
  access: "iam",
  async run(input, context) {
    return retag(input, [], context);
  },
});
