import { isResourceStatus, operation, type StackEventAnswer } from "../contract.ts";
import type { StackEvent } from "../domain/stack.ts";
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

function describeEvent(event: StackEvent): StackEventAnswer {
  return {
    EventId: event.eventId,
    StackId: event.stackId,
    StackName: event.stackName,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.resourceType,
    Timestamp: new Date(event.at),
    ...(isResourceStatus(event.status) && { ResourceStatus: event.status }),
    ResourceStatusReason: event.statusReason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.clientRequestToken,
  };
}
