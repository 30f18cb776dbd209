import { operation } from "../contract.ts";
import { describeTimes } from "../describe.ts";
import { describeStackDrift } from "../describe-drift.ts";
import { pageOf } from "../pages.ts";

/** Lists stacks, newest first, deleted ones too. A page may be short where a filter leaves out. */
export const listStacks = operation("ListStacks", {
  access: "iam",
  async run({ NextToken, StackStatusFilter = [] }, context) {
    const { items, ...more } = await pageOf(context, NextToken, "stacks", (limit, after) =>
      context.stacks.list(context.tenant, limit, after),
    );
    const wanted = new Set<string>(StackStatusFilter);
    const shown = items.filter(({ status }) => wanted.size === 0 || wanted.has(status));
    return {
      StackSummaries: shown.map((stack) => ({
        ...describeTimes(stack),
        StackId: stack.id,
        StackName: stack.name,
        StackStatus: stack.status,
        StackStatusReason: stack.statusReason,
        TemplateDescription: stack.description,
        ParentId: stack.parentId,
        RootId: stack.rootId,
        DriftInformation: describeStackDrift(stack),
      })),
      ...more,
    };
  },
});
