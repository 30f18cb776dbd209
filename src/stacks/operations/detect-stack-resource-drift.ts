import { operation, validationError } from "../contract.ts";
import { describeDrift } from "../describe-drift.ts";
import { detectDrift } from "../detect-drift.ts";
import { resourceOf, stackInBrackets, standingStack } from "../find-stack.ts";

/** Looks whether one resource was changed by hand. */
export const detectStackResourceDrift = operation("DetectStackResourceDrift", {
  access: "iam",
  async run({ StackName, LogicalResourceId }, context) {
    const stack = await standingStack(StackName, context, stackInBrackets);
    const resource = await resourceOf(stack, LogicalResourceId, context);
    const [drift] = await detectDrift(stack, [resource], context);
    if (!drift) {
      throw validationError(
        `Drift detection is not supported for resource ${LogicalResourceId} of type ` +
          `${resource.type}`,
      );
    }
    await context.drifts.put([drift]);
    return { StackResourceDrift: describeDrift(drift, stack) };
  },
});
