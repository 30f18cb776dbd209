import { isDeepStrictEqual } from "node:util";
import type { ResourceState, StackResource } from "../domain/stack.ts";
import type { AnyResourceType } from "../resource.ts";
import type { Run } from "./run.ts";

/** Notes, before a creation begins, what looks like its work already: none of that is its. */
export async function withStoodBefore(
  run: Run,
  type: AnyResourceType,
  resource: StackResource,
): Promise<StackResource> {
  if (!type.alike) return resource;
  try {
    const stoodBefore = await type.alike(resource.properties, run.contextFor(resource));
    return { ...resource, stoodBefore };
  } catch {
    // Creation tells what is wrong. If it makes something all the same, nobody can say what.
    return resource;
  }
}

/** Physical ids of what a creation has made that broke off before it could write them down. */
export async function lostIds(
  run: Run,
  type: AnyResourceType,
  resource: StackResource,
  { properties, nameSuffix }: ResourceState,
): Promise<readonly string[]> {
  const context = run.contextFor({ ...resource, nameSuffix });
  const found = await type.find?.(properties, context);
  if (found !== undefined) return [found];
  const { stoodBefore } = resource;
  if (!type.alike || !stoodBefore) return [];
  const now = await type.alike(properties, context);
  return now.filter((id) => !stoodBefore.includes(id) && !isKnown(run, resource, id));
}

/** Whether it is another resource of the stack, which was made from the same properties. */
function isKnown(run: Run, { type, properties }: StackResource, id: string): boolean {
  return [...run.resources.values()].some(
    (each) =>
      each.type === type &&
      each.physicalId === id &&
      isDeepStrictEqual(each.properties, properties),
  );
}
