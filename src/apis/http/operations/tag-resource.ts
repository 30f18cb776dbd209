import { checkedTags } from "../../domain/tags.ts";
import { operation } from "../contract.ts";
import { changeTags } from "../tagged.ts";

/** Puts tags on an API or a stage, in place of those with the same keys. */
export const tagResource = operation("TagResource", {
  access: "iam",
  async run({ ResourceArn, Tags = {} }, context) {
    await changeTags(context, ResourceArn, (tags) => checkedTags({ ...tags, ...Tags }));
    return {};
  },
});
