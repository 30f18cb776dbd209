import { operation } from "../contract.ts";
import { withTags } from "../domain/tags.ts";
import { changeTags } from "../tagged-pool.ts";

/** Sets tags of a user pool; the others stay. */
export const tagResource = operation("TagResource", {
  access: "iam",
  async run({ ResourceArn, Tags }, context) {
    await changeTags(context, ResourceArn, (tags) => withTags(tags, Tags));
    return {};
  },
});
