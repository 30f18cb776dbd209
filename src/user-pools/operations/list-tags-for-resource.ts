import { operation } from "../contract.ts";
import { taggedPool } from "../tagged-pool.ts";

/** Returns the tags of a user pool. */
export const listTagsForResource = operation("ListTagsForResource", {
  access: "iam",
  async run({ ResourceArn }, context) {
    const { value: pool } = await taggedPool(context, ResourceArn);
    return { Tags: pool.settings.UserPoolTags };
  },
});
