import { isDeepStrictEqual } from "node:util";
import type { StacksContext } from "./contract.ts";
import type { Stack } from "./domain/stack.ts";
import { planOf } from "./engine/plan.ts";
import type { Prepared } from "./engine/prepare.ts";
import { parseTemplate } from "./template/index.ts";

/**
 * What a definition would change of a stack: its resources, and whether anything at all.
 *
 * @throws TemplateError
 */
export async function planFor(stack: Stack, prepared: Prepared, context: StacksContext) {
  const { definition, id } = stack;
  const resources = await context.stacks.resources(id);
  const template = definition && parseTemplate(definition.templateBody);
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
