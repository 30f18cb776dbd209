import { fault, operation, type StacksContext, validationError } from "../contract.ts";
import { askedDefinition, refuseOptions } from "../definition.ts";
import { findStack } from "../find-stack.ts";
import { newStack } from "../new-stack.ts";
import { policyText } from "../policy-source.ts";
import { isRepeated } from "../turns.ts";

/** Begins to make a stack. */
export const createStack = operation("CreateStack", {
  access: "iam",
  async run(input, context) {
    const { StackName, ClientRequestToken: token, OnFailure, DisableRollback } = input;
    refuseOptions({
      "OnFailure DELETE": OnFailure === "DELETE",
      TimeoutInMinutes: input.TimeoutInMinutes,
      ResourceTypes: input.ResourceTypes,
      RollbackTriggers: input.RollbackConfiguration?.RollbackTriggers,
      RetainExceptOnCreate: input.RetainExceptOnCreate,
    });
    if (OnFailure !== undefined && DisableRollback !== undefined) {
      throw validationError("You cannot specify both DisableRollback and OnFailure.");
    }
    const existing = await existingStack(StackName, context);
    if (existing && isRepeated(existing, token, "CREATE")) return { StackId: existing.id };
    if (existing) throw taken(StackName);
    const stack = newStack(StackName, "CREATE_IN_PROGRESS", context);
    const prepared = await askedDefinition(input, stack, context);
    const { description } = prepared.template;
    const { StackPolicyBody, StackPolicyURL } = input;
    const policy = await policyText(StackPolicyBody, StackPolicyURL, context.services);
    const whole = {
      ...{ ...stack, target: prepared.definition },
      disableRollback: DisableRollback ?? OnFailure === "DO_NOTHING",
      terminationProtection: input.EnableTerminationProtection ?? false,
      ...(description !== undefined && { description }),
      ...(policy !== undefined && { policy }),
      ...(token !== undefined && { clientRequestToken: token }),
    };
    if (!(await context.engine.create(whole, prepared))) throw taken(StackName);
    return { StackId: stack.id };
  },
});

async function existingStack(name: string, context: StacksContext) {
  return name.startsWith("arn:") ? undefined : findStack(name, context);
}

function taken(name: string) {
  return fault("AlreadyExistsException", `Stack [${name}] already exists`);
}
