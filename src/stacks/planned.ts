import { isDeepStrictEqual } from "node:util";
import type { StacksContext } from "./contract.ts";
import type { Stack } from "./domain/stack.ts";
import { planOf } from "./engine/plan.ts";
import type { Prepared } from "./engine/prepare.ts";
import { definedTemplate } from "./stack-template.ts";

/**
 * What a definition would change of a stack: its resources, and whether anything at all.
 *
 * @throws TemplateError
 */
export async function planFor(stack: Stack, prepared: Prepared, context: StacksContext) {
  const { definition, id, name: stackName, tenant } = stack;
  const resources = await context.stacks.resources(id);
  const template = definition && definedTemplate(definition, { tenant, stackId: id, stackName });
  const { changes, outputs } = await planOf(
    context.prepareParts.types,
    { resources, ...(template && { template }) },
    prepared,
  );
  const changesNothing =
    definition !== undefined &&
    changes.length === 0 &&
    isDeepStrictEqual(outputs, stack.outputs) &&
    isDeepStrictEqual(prepared.definition.tags, definition.tags);
  return { changes, changesNothing };
}
