import { withoutTags } from "../../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { changeTags } from "../tagged.ts";

/** Takes tags off an API or a stage. */
export const untagResource = operation("UntagResource", {
  access: "iam",
  async run({ ResourceArn, TagKeys }, context) {
    await changeTags(context, ResourceArn, (tags) => withoutTags(tags, TagKeys));
    return {};
  },
});
