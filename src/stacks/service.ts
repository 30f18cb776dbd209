import type { Call } from "../wire/operation.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/cloudformation.ts";
import type { StacksContext } from "./contract.ts";
import { createChangeSet } from "./operations/create-change-set.ts";
import { deleteChangeSet } from "./operations/delete-change-set.ts";
import { deleteStack } from "./operations/delete-stack.ts";
import { describeChangeSet } from "./operations/describe-change-set.ts";
import { describeStackEvents } from "./operations/describe-stack-events.ts";
import { describeStacks } from "./operations/describe-stacks.ts";
import { executeChangeSet } from "./operations/execute-change-set.ts";
import { getTemplate } from "./operations/get-template.ts";
import { listChangeSets } from "./operations/list-change-sets.ts";

/** CloudFormation. */
export function defineService(
  context: (call: Call) => StacksContext,
): ServiceDefinition<StacksContext> {
  return {
    shapes,
    constraintFault: "ValidationError",
    context,
    operations: [
      createChangeSet,
      deleteChangeSet,
      deleteStack,
      describeChangeSet,
      describeStackEvents,
      describeStacks,
      executeChangeSet,
      getTemplate,
      listChangeSets,
    ],
  };
}
