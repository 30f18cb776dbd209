import { operation } from "../contract.ts";
import { describeDrift } from "../describe-drift.ts";
import { stackInBrackets, stackOf } from "../find-stack.ts";

/** Tells how resources were found when somebody last looked, all on one page. */
export const describeStackResourceDrifts = operation("DescribeStackResourceDrifts", {
  access: "iam",
  async run({ StackName, StackResourceDriftStatusFilters = [] }, context) {
    const stack = await stackOf(StackName, context, stackInBrackets);
    const wanted = new Set<string>(StackResourceDriftStatusFilters);
    const drifts = await context.drifts.list(stack.id);
    const shown = drifts.filter(({ status }) => wanted.size === 0 || wanted.has(status));
    return { StackResourceDrifts: shown.map((drift) => describeDrift(drift, stack)) };
  },
});
