import { tagList } from "../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { taggedParameter } from "../tagged.ts";

/** Lists the tags of a parameter. */
export const listTagsForResource = operation("ListTagsForResource", {
  access: "iam",
  async run(named, context) {
    const { value } = await taggedParameter(named, context);
    return { TagList: tagList(value.tags) };
  },
});
