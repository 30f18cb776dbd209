import { Fault } from "../../foundation/fault.ts";

type Tags = Readonly<Record<string, string>>;

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
  const all = { ...tags, ...Object.fromEntries(added.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(all).length <= tagsMax) return all;
  throw new Fault("TooManyTagsException", `A repository can have ${tagsMax} tags at most.`);
}

/** The tags without those of the given keys. */
export function withoutTags(tags: Tags, keys: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}
