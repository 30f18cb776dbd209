import { tagList } from "../../foundation/tags.ts";
import { operation } from "../contract.ts";
import { namedBy, repositoryOf } from "../lookup.ts";

/** Lists the tags of a repository. */
export const listTagsForResource = operation("ListTagsForResource", {
  access: "iam",
  async run({ resourceArn }, context) {
    const { tags } = await repositoryOf(namedBy(resourceArn, context), context);
    return { tags: tagList(tags) };
  },
});
