import { fault, operation, type StacksContext } from "../contract.ts";
import { capabilitiesOf, describeChange, describeParameter, describeTags } from "../describe.ts";
import { executionStatusOf } from "../execution-status.ts";
import { findChangeSet } from "../find-stack.ts";

/** Tells what a change set would do. */
export const describeChangeSet = operation("DescribeChangeSet", {
  access: "iam",
  async run(input, context) {
    const changeSet = (await findChangeSet(input, context))?.value;
    if (!changeSet) {
      throw fault(
        "ChangeSetNotFoundException",
        `ChangeSet [${input.ChangeSetName}] does not exist`,
      );
    }
    const { definition } = changeSet;
    return {
      ChangeSetName: changeSet.name,
      ChangeSetId: changeSet.id,
      StackId: changeSet.stackId,
      StackName: changeSet.stackName,
      Description: changeSet.description,
      Parameters: definition.parameters.map(describeParameter),
      CreationTime: new Date(changeSet.createdAt),
      Status: changeSet.status,
      StatusReason: changeSet.statusReason,
      ExecutionStatus: executionStatusOf(changeSet, await stackOf(changeSet.stackId, context)),
      NotificationARNs: [...definition.notificationArns],
      RollbackConfiguration: {},
      Capabilities: capabilitiesOf(definition),
      Tags: describeTags(definition),
      Changes: changeSet.changes.map(describeChange),
      IncludeNestedStacks: false,
      ...(changeSet.disableRollback && { OnStackFailure: "DO_NOTHING" as const }),
    };
  },
});

async function stackOf(id: string, { stacks }: StacksContext) {
  return (await stacks.get(id))?.value;
}
