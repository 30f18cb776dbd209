import { changeFunction } from "../changes.ts";
import { operation } from "../contract.ts";
import { checkTags, readTagged } from "../tagging.ts";

/** Gives tags to a function; those of the same name are replaced. */
export const tagResource = operation("TagResource", {
  access: "iam",
  async run({ Resource, Tags }, context) {
    await changeFunction(readTagged(Resource, context), context, (latest) => {
      const tags = { ...latest.tags, ...Tags };
      checkTags(tags);
      return { record: { ...latest, tags } };
    });
    return {};
  },
});
