import type { Tags } from "../../foundation/tags.ts";
import type { ResourceContext } from "../resource.ts";

/** Tells what one creation made from what another made for the same resource, as in an update. */
const creationTag = "gatepool:creation";

/** The tags that a resource gets: those of its stack, and over them those of the template. */
export function tagsFor(context: ResourceContext, given: Tags = {}): Record<string, string> {
  return { ...context.tags, ...given, [creationTag]: context.physicalName() };
}

/** Whether something with these tags was made for this resource, by this very creation. */
export function isMadeHere(tags: Tags | undefined, context: ResourceContext): boolean {
  return tags?.[creationTag] === context.physicalName();
}

/**
 * Whether something with these tags was made for the same resource of a stack of the same name,
 * which retained it when it was deleted.
 */
export function isLeftBehind(tags: Tags | undefined, context: ResourceContext): boolean {
  const creation = tags?.[creationTag];
  return creation !== undefined && frontOf(creation) === frontOf(context.physicalName());
}

/** Neither logical ids nor what comes last have hyphens. */
function frontOf(physicalName: string): string {
  return physicalName.slice(0, physicalName.lastIndexOf("-"));
}

/** The tags that are not there because of the stack: the template's, and those put on by hand. */
export function ownTags(tags: Tags | undefined, context: ResourceContext): Record<string, string> {
  const own = Object.entries(tags ?? {}).filter(
    ([key, value]) => key !== creationTag && context.tags[key] !== value,
  );
  return Object.fromEntries(own);
}

/** How tags become others. */
export function tagChanges(before: Tags, after: Tags) {
  const put = Object.entries(after).filter(([key, value]) => before[key] !== value);
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return { put: Object.fromEntries(put), removed };
}
