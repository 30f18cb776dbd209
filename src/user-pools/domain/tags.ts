import type { Tags } from "../../foundation/tags.ts";
import { invalidParameter } from "./faults.ts";

const tagsMax = 50;

/**
 * The tags after setting some.
 * @throws InvalidParameterException for more than 50, and for keys that are AWS's own
 */
export function withTags(tags: Tags, added: Tags): Tags {
  const all = { ...tags, ...added };
  const reserved = Object.keys(added).find((key) => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) {
    throw invalidParameter(`Tag key ${reserved} is reserved: it begins with aws:.`);
  }
  if (Object.keys(all).length > tagsMax) {
    throw invalidParameter(`A user pool can have ${tagsMax} tags at most.`);
  }
  return all;
}
