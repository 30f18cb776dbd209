import { Fault } from "../foundation/fault.ts";
import type { Tags } from "../foundation/tags.ts";
import type { ParametersContext } from "./contract.ts";
import type { ParameterRecord } from "./domain/parameter.ts";
import { parseReference } from "./domain/parameter.ts";
import type { Stored } from "./parameter-store.ts";

/** What an operation on tags names. */
interface Named {
  readonly ResourceType: string;
  readonly ResourceId: string;
}

/**
 * The parameter whose tags are spoken of.
 * @throws Fault InvalidResourceType, InvalidResourceId
 */
export async function taggedParameter(
  { ResourceType, ResourceId }: Named,
  { tenant, parameters }: ParametersContext,
): Promise<Stored<ParameterRecord>> {
  if (ResourceType !== "Parameter") {
    const message = `The resource type ${ResourceType} is not supported: only Parameter is.`;
    throw new Fault("InvalidResourceType", message);
  }
  const found = await parameters.byName(tenant, parseReference(ResourceId, tenant).name);
  if (found) return found;
  throw new Fault("InvalidResourceId", `The resource ID "${ResourceId}" is not valid.`);
}

/** Changes tags; starts anew when another call changed the parameter meanwhile. */
export async function changeTags(
  named: Named,
  context: ParametersContext,
  change: (tags: Tags) => Tags,
): Promise<void> {
  for (;;) {
    const before = await taggedParameter(named, context);
    if (await context.parameters.retag(before, change(before.value.tags))) return;
  }
}
