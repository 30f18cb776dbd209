import { Fault } from "../../foundation/fault.ts";
import { type Tags, tagsByKey } from "../../foundation/tags.ts";

const tagsMax = 50;

/**
 * The tags after setting some.
 * @throws Fault TooManyTagsError for more than 50
 */
export function withTags(tags: Tags, added: readonly { Key: string; Value: string }[]): Tags {
  const all = { ...tags, ...tagsByKey(added) };
  if (Object.keys(all).length <= tagsMax) return all;
  throw new Fault("TooManyTagsError", `A parameter can have ${tagsMax} tags at most.`);
}
