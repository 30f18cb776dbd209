import { operation } from "../contract.ts";
import { refuseOptions } from "../definition.ts";
import { describeEvent } from "../describe.ts";
import { stackInBrackets, stackOf } from "../find-stack.ts";
import { pageOf } from "../pages.ts";

/** Tells what happened to a stack. Of making a change set there is nothing to tell. */
export const describeEvents = operation("DescribeEvents", {
  access: "iam",
  async run({ StackName, ChangeSetName, OperationId, Filters, NextToken }, context) {
    refuseOptions({ OperationId, FailedEvents: Filters?.FailedEvents });
    if (ChangeSetName !== undefined || !StackName) return { OperationEvents: [] };
    const { id } = await stackOf(StackName, context, stackInBrackets);
    const { items, ...more } = await pageOf(context, NextToken, `events/${id}`, (limit, after) =>
      context.events.list(id, limit, after),
    );
    const OperationEvents = items.map((event) => {
      const { StackName: _, ...described } = describeEvent(event);
      return { ...described, EventType: "STACK_EVENT" as const };
    });
    return { OperationEvents, ...more };
  },
});
