import { operation, validationError } from "../contract.ts";
import { refuseOptions } from "../definition.ts";
import { describeResource } from "../describe-resource.ts";
import { stackOf } from "../find-stack.ts";

/** Describes the resources of a stack, or one of them. */
export const describeStackResources = operation("DescribeStackResources", {
  access: "iam",
  async run({ StackName, LogicalResourceId, PhysicalResourceId }, context) {
    refuseOptions({ PhysicalResourceId });
    if (!StackName) {
      throw validationError("Either StackName or PhysicalResourceId must be specified.");
    }
    const stack = await stackOf(StackName, context);
    const resources = await context.stacks.resources(stack.id);
    const wanted = resources.filter(
      ({ logicalId }) => LogicalResourceId === undefined || logicalId === LogicalResourceId,
    );
    const drifts = await context.drifts.list(stack.id);
    return {
      StackResources: wanted.map((resource) => ({
        ...describeResource(resource, drifts),
        StackId: stack.id,
        StackName: stack.name,
        Timestamp: new Date(resource.updatedAt),
      })),
    };
  },
});
