import { operation, validationError } from "../contract.ts";
import { askedDefinition, refuseOptions, refusing } from "../definition.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";
import { planFor } from "../planned.ts";
import { checkUpdatable, isRepeated } from "../turns.ts";

/** Begins to make a stack another. */
export const updateStack = operation("UpdateStack", {
  access: "iam",
  async run(input, context) {
    refuseOptions({
      ResourceTypes: input.ResourceTypes,
      RollbackTriggers: input.RollbackConfiguration?.RollbackTriggers,
      StackPolicyBody: input.StackPolicyBody,
      StackPolicyURL: input.StackPolicyURL,
      StackPolicyDuringUpdateBody: input.StackPolicyDuringUpdateBody,
      StackPolicyDuringUpdateURL: input.StackPolicyDuringUpdateURL,
      RetainExceptOnCreate: input.RetainExceptOnCreate,
    });
    const { ClientRequestToken: token, DisableRollback = false } = input;
    const stack = await standingStack(input.StackName, context, stackInBrackets);
    if (isRepeated(stack, token, "UPDATE")) return { StackId: stack.id };
    checkUpdatable(stack);
    const prepared = await askedDefinition(input, stack, context, stack.definition);
    const { changesNothing } = await refusing(() => planFor(stack, prepared, context));
    if (changesNothing) throw validationError("No updates are to be performed.");
    await context.engine.change(stack.id, prepared, {
      ...{ check: checkUpdatable, disableRollback: DisableRollback },
      updatedAt: context.clock.now(),
      ...(token !== undefined && { clientRequestToken: token }),
    });
    await context.changeSets.removeOthers(stack.id);
    return { StackId: stack.id };
  },
});
