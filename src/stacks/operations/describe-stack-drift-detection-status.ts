import { operation, validationError } from "../contract.ts";
import { findStack } from "../find-stack.ts";

/** Tells what came of a look at a stack. */
export const describeStackDriftDetectionStatus = operation("DescribeStackDriftDetectionStatus", {
  access: "iam",
  async run({ StackDriftDetectionId: id }, context) {
    const detection = await context.drifts.detection(id);
    const stack = detection && (await findStack(detection.stackId, context));
    if (!stack) throw validationError(`Drift detection [${id}] does not exist`);
    return {
      StackId: stack.id,
      StackDriftDetectionId: id,
      StackDriftStatus: detection.status,
      DetectionStatus: "DETECTION_COMPLETE" as const,
      DriftedStackResourceCount: detection.driftedCount,
      Timestamp: new Date(detection.at),
    };
  },
});
