import type { Call } from "../wire/operation.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/cloudformation.ts";
import type { StacksContext } from "./contract.ts";
import { continueUpdateRollback } from "./operations/continue-update-rollback.ts";
import { createChangeSet } from "./operations/create-change-set.ts";
import { createStack } from "./operations/create-stack.ts";
import { deleteChangeSet } from "./operations/delete-change-set.ts";
import { deleteStack } from "./operations/delete-stack.ts";
import { describeChangeSet } from "./operations/describe-change-set.ts";
import { describeEvents } from "./operations/describe-events.ts";
import { describeStackDriftDetectionStatus } from "./operations/describe-stack-drift-detection-status.ts";
import { describeStackEvents } from "./operations/describe-stack-events.ts";
import { describeStackResource } from "./operations/describe-stack-resource.ts";
import { describeStackResourceDrifts } from "./operations/describe-stack-resource-drifts.ts";
import { describeStackResources } from "./operations/describe-stack-resources.ts";
import { describeStacks } from "./operations/describe-stacks.ts";
import { detectStackDrift } from "./operations/detect-stack-drift.ts";
import { detectStackResourceDrift } from "./operations/detect-stack-resource-drift.ts";
import { executeChangeSet } from "./operations/execute-change-set.ts";
import { getStackPolicy } from "./operations/get-stack-policy.ts";
import { getTemplate } from "./operations/get-template.ts";
import { getTemplateSummary } from "./operations/get-template-summary.ts";
import { listChangeSets } from "./operations/list-change-sets.ts";
import { listExports } from "./operations/list-exports.ts";
import { listImports } from "./operations/list-imports.ts";
import { listStackResources } from "./operations/list-stack-resources.ts";
import { listStacks } from "./operations/list-stacks.ts";
import { rollbackStack } from "./operations/rollback-stack.ts";
import { setStackPolicy } from "./operations/set-stack-policy.ts";
import { updateStack } from "./operations/update-stack.ts";
import { updateTerminationProtection } from "./operations/update-termination-protection.ts";
import { validateTemplate } from "./operations/validate-template.ts";

/** CloudFormation. */
export function defineService(
  context: (call: Call) => StacksContext,
): ServiceDefinition<StacksContext> {
  return {
    shapes,
    constraintFault: "ValidationError",
    context,
    operations: [
      continueUpdateRollback,
      createChangeSet,
      createStack,
      deleteChangeSet,
      deleteStack,
      describeChangeSet,
      describeEvents,
      describeStackDriftDetectionStatus,
      describeStackEvents,
      describeStackResource,
      describeStackResourceDrifts,
      describeStackResources,
      describeStacks,
      detectStackDrift,
      detectStackResourceDrift,
      executeChangeSet,
      getStackPolicy,
      getTemplate,
      getTemplateSummary,
      listChangeSets,
      listExports,
      listImports,
      listStackResources,
      listStacks,
      rollbackStack,
      setStackPolicy,
      updateStack,
      updateTerminationProtection,
      validateTemplate,
    ],
  };
}
