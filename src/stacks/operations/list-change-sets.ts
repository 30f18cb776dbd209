import { operation } from "../contract.ts";
import { executionStatusOf } from "../execution-status.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";
import { pageOf } from "../pages.ts";

/** Lists the change sets of a stack. */
export const listChangeSets = operation("ListChangeSets", {
  access: "iam",
  async run({ StackName, NextToken }, context) {
    const stack = await standingStack(StackName, context, stackInBrackets);
    const list = `change-sets/${stack.id}`;
    const { items, ...more } = await pageOf(context, NextToken, list, (limit, after) =>
      context.changeSets.list(stack.id, limit, after),
    );
    return {
      Summaries: items.map((changeSet) => ({
        ChangeSetId: changeSet.id,
        ChangeSetName: changeSet.name,
        StackId: changeSet.stackId,
        StackName: changeSet.stackName,
        Status: changeSet.status,
        StatusReason: changeSet.statusReason,
        ExecutionStatus: executionStatusOf(changeSet, stack),
        CreationTime: new Date(changeSet.createdAt),
        Description: changeSet.description,
      })),
      ...more,
    };
  },
});
