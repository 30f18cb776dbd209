import { operation } from "../contract.ts";
import { describeResource } from "../describe-resource.ts";
import { stackOf } from "../find-stack.ts";

/** Lists the resources of a stack, all on one page. */
export const listStackResources = operation("ListStackResources", {
  access: "iam",
  async run({ StackName }, context) {
    const { id } = await stackOf(StackName, context);
    const resources = await context.stacks.resources(id);
    const drifts = await context.drifts.list(id);
    return {
      StackResourceSummaries: resources.map((resource) => ({
        ...describeResource(resource, drifts),
        LastUpdatedTimestamp: new Date(resource.updatedAt),
      })),
    };
  },
});
