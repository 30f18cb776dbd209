import { operation } from "../contract.ts";
import { shownDefinition } from "../describe.ts";
import { describeResource } from "../describe-resource.ts";
import { resourceOf, stackOf } from "../find-stack.ts";
import { definedTemplate } from "../stack-template.ts";

/** Describes a resource of a stack, with what its template says beside its properties. */
export const describeStackResource = operation("DescribeStackResource", {
  access: "iam",
  async run({ StackName, LogicalResourceId }, context) {
    const stack = await stackOf(StackName, context, (name) => `Stack '${name}' does not exist`);
    const resource = await resourceOf(stack, LogicalResourceId, context);
    const definition = shownDefinition(stack);
    const owner = { tenant: stack.tenant, stackId: stack.id, stackName: stack.name };
    const template = definition && definedTemplate(definition, owner);
    const metadata = template?.resources.get(LogicalResourceId)?.metadata;
    return {
      StackResourceDetail: {
        ...describeResource(resource, await context.drifts.list(stack.id)),
        StackId: stack.id,
        StackName: stack.name,
        LastUpdatedTimestamp: new Date(resource.updatedAt),
        Metadata: metadata === undefined ? undefined : JSON.stringify(metadata),
      },
    };
  },
});
