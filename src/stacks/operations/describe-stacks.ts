import { operation, type StacksContext } from "../contract.ts";
import { describeStack } from "../describe.ts";
import { stackOf } from "../find-stack.ts";
import { pageOf } from "../pages.ts";

/**
 * Clients ask at once after they have begun an operation, and then every few seconds. Whoever is
 * kept waiting for the end of a short one learns of it several seconds sooner.
 */
const heldMs = 3_000;

/** Describes one stack, deleted ones by their id; or all stacks that are there. */
export const describeStacks = operation("DescribeStacks", {
  access: "iam",
  async run({ StackName, NextToken }, context) {
    if (StackName) return { Stacks: [await describeOne(StackName, context)] };
    const { items, ...more } = await pageOf(context, NextToken, "stacks", (limit, after) =>
      context.stacks.list(context.tenant, limit, after),
    );
    const standing = items.filter(({ status }) => status !== "DELETE_COMPLETE");
    return { Stacks: standing.map(describeStack), ...more };
  },
});

async function describeOne(nameOrId: string, context: StacksContext) {
  const { id } = await stackOf(nameOrId, context);
  await context.engine.settled(id, heldMs);
  return describeStack(await stackOf(nameOrId, context));
}
