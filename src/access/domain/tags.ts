import { Fault } from "../../foundation/fault.ts";
import type { RoleTag } from "./role.ts";

const tagsMax = 50;

/**
 * The tags after setting some; a key replaces one that differs from it in case only.
 * @throws Fault InvalidInput for a key named twice, LimitExceeded for more than 50.
 */
export function addTags(
  tags: readonly RoleTag[],
  added: readonly { Key: string; Value: string }[],
): RoleTag[] {
  const byKey = new Map(tags.map((tag) => [tag.key.toLowerCase(), tag]));
  const addedKeys = new Set(added.map(({ Key }) => Key.toLowerCase()));
  if (addedKeys.size < added.length) {
    throw new Fault(
      "InvalidInputException",
      "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    );
  }
  for (const { Key, Value } of added) byKey.set(Key.toLowerCase(), { key: Key, value: Value });
  if (byKey.size > tagsMax) {
    const message = "The number of tags has reached the maximum limit.";
    throw new Fault("LimitExceededException", message);
  }
  return [...byKey.values()];
}

/** The tags without those of the given keys, whatever their case. */
export function removeTags(tags: readonly RoleTag[], keys: readonly string[]): RoleTag[] {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return tags.filter(({ key }) => !gone.has(key.toLowerCase()));
}
