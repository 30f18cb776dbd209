import { operation } from "../contract.ts";
import { settingsOf } from "../groups.ts";
import { taggedGroup } from "../tagged.ts";

/** Lists the tags of a group. */
export const listTagsForResource = operation("ListTagsForResource", {
  access: "iam",
  async run({ resourceArn }, context) {
    const { tags = {} } = await settingsOf(taggedGroup(resourceArn, context), context);
    return { tags: { ...tags } };
  },
});
