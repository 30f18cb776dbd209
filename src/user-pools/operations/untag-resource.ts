import { withoutTags } from "../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { changeTags } from "../tagged-pool.ts";

/** Takes tags of a user pool away; keys that it does not have do not matter. */
export const untagResource = operation("UntagResource", {
  access: "iam",
  async run({ ResourceArn, TagKeys }, context) {
    await changeTags(context, ResourceArn, (tags) => withoutTags(tags, TagKeys));
    return {};
  },
});
