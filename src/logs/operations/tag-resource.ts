import { operation } from "../contract.ts";
import { changeTags } from "../tagged.ts";

/** Puts tags on a group, in place of those with the same keys. */
export const tagResource = operation("TagResource", {
  access: "iam",
  async run({ resourceArn, tags }, context) {
    await changeTags(resourceArn, context, (before) => ({ ...before, ...tags }));
    return {};
  },
});
