import { withoutTags } from "../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { changeTags } from "../tagged.ts";

/** Takes tags off a group; those that are not there do no harm. */
export const untagResource = operation("UntagResource", {
  access: "iam",
  async run({ resourceArn, tagKeys }, context) {
    await changeTags(resourceArn, context, (tags) => withoutTags(tags, tagKeys));
    return {};
  },
});
