import { operation } from "../contract.ts";
import { withTags } from "../domain/tags.ts";
import { changeTags } from "../tagged.ts";

/** Sets tags of a parameter; others stay. */
export const addTagsToResource = operation("AddTagsToResource", {
  access: "iam",
  async run({ Tags, ...named }, context) {
    await changeTags(named, context, (tags) => withTags(tags, Tags));
    return {};
  },
});
