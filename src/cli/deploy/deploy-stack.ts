import type { Stack } from "@aws-sdk/client-cloudformation";
import { tagList } from "../../foundation/tags.ts";
import { Failure } from "../failure.ts";
import { propose } from "./change-set.ts";
import { findStack } from "./cloudformation.ts";
import { describeFailure } from "./draw.ts";
import { follow, lastEvent } from "./follow.ts";
import { hasSucceeded } from "./progress.ts";
import type { StackSource } from "./stack-source.ts";
import { makeReady } from "./standing.ts";
import type { Target } from "./target.ts";
import type { Shipment } from "./template.ts";
import { parametersOf } from "./template-file.ts";
import type { Terminal } from "./terminal.ts";

/** What a person has asked for besides the template. */
export interface Wish {
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether what has failed is left as it is, to be looked at. */
  readonly keepsFailed: boolean;
}

/**
 * Makes a stack, or changes it, and shows how.
 *
 * @returns the stack as it is then
 * @throws Failure with the reason of the first resource that has failed
 */
export async function deployStack(
  source: StackSource,
  template: Shipment["template"],
  wish: Wish,
  target: Target,
  terminal: Terminal,
): Promise<Stack | undefined> {
  const { stackName } = source;
  const { cloudFormation } = target;
  await makeReady(stackName, target, terminal);
  const proposal = await propose(target, { stackName, ...template, ...asked(source, wish) });
  if (proposal === undefined) {
    terminal.say(`${stackName} is as the template says: nothing to change.`);
  } else {
    const { stackId, changeSetId } = proposal;
    const after = await lastEvent(cloudFormation, stackId);
    await cloudFormation("ExecuteChangeSet", {
      ChangeSetName: changeSetId,
      ...(wish.keepsFailed && { DisableRollback: true }),
    });
    const watch = { stackId, stackName, after, screen: terminal.screen(), what: "deployment" };
    const progress = await follow(cloudFormation, watch);
    if (!hasSucceeded(progress)) throw new Failure(describeFailure(progress));
  }
  await protect(source, target);
  return findStack(cloudFormation, stackName);
}

/** What is asked of a stack besides its template. */
export function asked({ template, parameters, tags }: StackSource, wish: Wish) {
  const allTags = tagList({ ...tags, ...wish.tags });
  return {
    declared: parametersOf(template),
    parameters: { ...parameters, ...wish.parameters },
    ...(allTags.length > 0 && { Tags: allTags }),
  };
}

async function protect(source: StackSource, { cloudFormation }: Target): Promise<void> {
  const { stackName, terminationProtection } = source;
  if (terminationProtection === undefined) return;
  const stack = await findStack(cloudFormation, stackName);
  if ((stack?.EnableTerminationProtection ?? false) === terminationProtection) return;
  await cloudFormation("UpdateTerminationProtection", {
    StackName: stackName,
    EnableTerminationProtection: terminationProtection,
  });
}
