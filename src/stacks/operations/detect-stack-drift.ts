import { operation } from "../contract.ts";
import { detectDrift } from "../detect-drift.ts";
import { stackDrift } from "../domain/drift.ts";
import { resourceOf, stackInBrackets, standingStack } from "../find-stack.ts";

/** Looks whether a stack's resources were changed by hand. All is done when the answer goes out. */
export const detectStackDrift = operation("DetectStackDrift", {
  access: "iam",
  async run({ StackName, LogicalResourceIds = [] }, context) {
    const { stacks, drifts, clock, random } = context;
    const stack = await standingStack(StackName, context, stackInBrackets);
    const resources =
      LogicalResourceIds.length === 0
        ? await stacks.resources(stack.id)
        : await Promise.all(LogicalResourceIds.map((id) => resourceOf(stack, id, context)));
    const found = await detectDrift(stack, resources, context);
    const at = clock.now();
    const { status, driftedCount } = stackDrift(found);
    const detection = { id: random.uuid(), stackId: stack.id, status, driftedCount, at };
    await drifts.replace(detection, found);
    await stacks.change(stack.id, (now) => ({ ...now, drift: { status, at } }));
    return { StackDriftDetectionId: detection.id };
  },
});
