import { Fault } from "../../foundation/fault.ts";
import { type Tags, tagsByKey } from "../../foundation/tags.ts";

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

const tagsMax = 50;

/**
 * The tags after setting some.
 * @throws Fault TooManyTagsException for more than 50
 */
export function withTags(tags: Tags, added: readonly Tag[] = []): Tags {
  const all = { ...tags, ...tagsByKey(added) };
  if (Object.keys(all).length <= tagsMax) return all;
  throw new Fault("TooManyTagsException", `A repository can have ${tagsMax} tags at most.`);
}
