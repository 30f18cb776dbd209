import type { Tag } from "./bucket.ts";

const keyLengthMax = 128;
const valueLengthMax = 256;

/** What is wrong with a set of tags; undefined when nothing is. */
export function tagsProblem(tags: readonly Tag[], countMax: number): string | undefined {
  if (tags.length > countMax) return `Object tags cannot be greater than ${countMax}`;
  const keys = new Set(tags.map(({ Key }) => Key));
  if (keys.size < tags.length) return "Cannot provide multiple Tags with the same key";
  for (const { Key, Value } of tags) {
    if (Key === "" || Key.length > keyLengthMax) return "The TagKey you have provided is invalid";
    if (Value.length > valueLengthMax) return "The TagValue you have provided is invalid";
    if (/^aws:/i.test(Key)) return "System tags cannot be added/updated by requester";
  }
  return undefined;
}

/** Tags as a header carries them: `key=value&key=value`. */
export function readTags(header: string): Tag[] {
  return [...new URLSearchParams(header)].map(([Key, Value]) => ({ Key, Value }));
}
