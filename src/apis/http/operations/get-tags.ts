import { operation } from "../contract.ts";
import { tagsOf } from "../tagged.ts";

/** Returns the tags of an API or a stage. */
export const getTags = operation("GetTags", {
  access: "iam",
  async run({ ResourceArn }, context) {
    return { Tags: { ...(await tagsOf(context, ResourceArn)) } };
  },
});
