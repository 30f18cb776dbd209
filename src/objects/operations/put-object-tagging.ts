import { operation } from "../contract.ts";
import { checkTags } from "../settings.ts";
import { retag } from "../tagging.ts";

/** Puts an object's tags in the place of those that it had. */
export const putObjectTagging = operation("PutObjectTagging", {
  access: "iam",
  async run(input, context) {
    const tags = input.Tagging.TagSet;
    checkTags(tags);
    return retag(input, tags, context);
  },
});
