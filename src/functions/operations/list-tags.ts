import { operation } from "../contract.ts";
import { findFunction } from "../lookup.ts";
import { readTagged } from "../tagging.ts";

/** Shows the tags of a function. */
export const listTags = operation("ListTags", {
  access: "iam",
  async run({ Resource }, context) {
    const { value } = await findFunction(readTagged(Resource, context), undefined, context);
    return { Tags: { ...value.tags } };
  },
});
