import { withoutTags } from "../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { changeTags } from "../tagged.ts";

/** Removes tags of a parameter by their keys. */
export const removeTagsFromResource = operation("RemoveTagsFromResource", {
  access: "iam",
  async run({ TagKeys, ...named }, context) {
    await changeTags(named, context, (tags) => withoutTags(tags, TagKeys));
    return {};
  },
});
