import { operation } from "../contract.ts";
import { describeEvent } from "../describe.ts";
import { stackInBrackets, stackOf } from "../find-stack.ts";
import { pageOf } from "../pages.ts";

/** Tells what happened to a stack and its resources, newest first. */
export const describeStackEvents = operation("DescribeStackEvents", {
  access: "iam",
  async run({ StackName, NextToken }, context) {
    const { id } = await stackOf(StackName, context, stackInBrackets);
    const { items, ...more } = await pageOf(context, NextToken, `events/${id}`, (limit, after) =>
      context.events.list(id, limit, after),
    );
    return { StackEvents: items.map(describeEvent), ...more };
  },
});
