import { operation, type StacksContext, validationError } from "../contract.ts";
import { askedDefinition, refuseOptions, refusing } from "../definition.ts";
import { stackInBrackets, standingStack } from "../find-stack.ts";
import { planFor } from "../planned.ts";
import { policyText } from "../policy-source.ts";
import { checkUpdatable, isRepeated } from "../turns.ts";

/** Begins to make a stack another. */
export const updateStack = operation("UpdateStack", {
  access: "iam",
  async run(input, context) {
    refuseOptions({
      ResourceTypes: input.ResourceTypes,
      RollbackTriggers: input.RollbackConfiguration?.RollbackTriggers,
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
      ...(await policiesFrom(input, context)),
      ...{ check: checkUpdatable, disableRollback: DisableRollback },
      updatedAt: context.clock.now(),
      ...(token !== undefined && { clientRequestToken: token }),
    });
    await context.changeSets.removeOthers(stack.id);
    return { StackId: stack.id };
  },
});

interface GivenPolicies {
  readonly StackPolicyBody?: string | undefined;
  readonly StackPolicyURL?: string | undefined;
  readonly StackPolicyDuringUpdateBody?: string | undefined;
  readonly StackPolicyDuringUpdateURL?: string | undefined;
}

/** The policy from now on, and the one that stands in for it once. */
async function policiesFrom(given: GivenPolicies, { services }: StacksContext) {
  const policy = await policyText(given.StackPolicyBody, given.StackPolicyURL, services);
  const { StackPolicyDuringUpdateBody: body, StackPolicyDuringUpdateURL: url } = given;
  const once = await policyText(body, url, services);
  return {
    ...(policy !== undefined && { policy }),
    ...(once !== undefined && { policyDuringUpdate: once }),
  };
}
