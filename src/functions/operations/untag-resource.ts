import { changeFunction } from "../changes.ts";
import { operation } from "../contract.ts";
import { readTagged } from "../tagging.ts";

/** Takes tags away from a function. */
export const untagResource = operation("UntagResource", {
  access: "iam",
  async run({ Resource, TagKeys }, context) {
    const removed = new Set(TagKeys);
    await changeFunction(readTagged(Resource, context), context, (latest) => {
      const kept = Object.entries(latest.tags).filter(([name]) => !removed.has(name));
      return { record: { ...latest, tags: Object.fromEntries(kept) } };
    });
    return {};
  },
});
