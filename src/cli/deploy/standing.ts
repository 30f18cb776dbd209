import type { Stack } from "@aws-sdk/client-cloudformation";
import { Failure } from "../failure.ts";
import { findStack } from "./cloudformation.ts";
import { describeFailure } from "./draw.ts";
import { eventBefore, follow, lastEvent } from "./follow.ts";
import { hasSucceeded, isSettled, type Progress } from "./progress.ts";
import type { Target } from "./target.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Brings a stack into a state in which it can be deployed: waits for what is in progress, removes
 * what a first deployment has left that failed, and undoes a later one that was left as it was.
 */
export async function makeReady(
  stackName: string,
  target: Target,
  terminal: Terminal,
): Promise<void> {
  const found = await findStack(target.cloudFormation, stackName);
  if (found === undefined || found.StackStatus === "REVIEW_IN_PROGRESS") return;
  if (!isSettled({ status: found.StackStatus ?? "" })) {
    terminal.say(`${stackName} is ${found.StackStatus}: that comes first.`);
    const after = await eventBefore(target.cloudFormation, found.StackId ?? "");
    await watch(found, target, terminal, { what: "change", after });
  }
  const stack = await findStack(target.cloudFormation, stackName);
  if (stack !== undefined && wasNeverMade(stack)) {
    terminal.say(`${stackName} could not be made the last time: what is left of it is removed.`);
    await removeStack(stackName, target, terminal);
  } else if (stack !== undefined && isHalfChanged(stack)) {
    terminal.say(`${stackName} could not be changed the last time: that is undone first.`);
    await undo(stack, target, terminal);
  }
}

/** What is left of a first deployment that has failed cannot be updated, only made anew. */
export function wasNeverMade({ StackStatus }: Stack): boolean {
  return /^(ROLLBACK_(COMPLETE|FAILED)|CREATE_FAILED)$/.test(StackStatus ?? "");
}

/** What a change has left that has failed, and that was not undone, or not wholly. */
export function isHalfChanged({ StackStatus }: Stack): boolean {
  return /^UPDATE(_ROLLBACK)?_FAILED$/.test(StackStatus ?? "");
}

async function undo(stack: Stack, target: Target, terminal: Terminal): Promise<void> {
  const { StackId: stackId = "", StackStatus } = stack;
  const after = await lastEvent(target.cloudFormation, stackId);
  const isBegun = StackStatus === "UPDATE_ROLLBACK_FAILED";
  const operation = isBegun ? "ContinueUpdateRollback" : "RollbackStack";
  await target.cloudFormation(operation, { StackName: stackId });
  const progress = await watch(stack, target, terminal, { what: "rollback", after });
  if (progress.status.endsWith("_FAILED")) throw new Failure(describeFailure(progress));
}

/**
 * Removes a stack and shows how.
 *
 * @returns whether there was one
 */
export async function removeStack(
  stackName: string,
  target: Target,
  terminal: Terminal,
): Promise<boolean> {
  const { cloudFormation } = target;
  const stack = await findStack(cloudFormation, stackName);
  if (stack === undefined) return false;
  const { StackId: stackId = "" } = stack;
  const isGoing = stack.StackStatus === "DELETE_IN_PROGRESS";
  const after = await (isGoing ? eventBefore : lastEvent)(cloudFormation, stackId);
  if (!isGoing) await cloudFormation("DeleteStack", { StackName: stackId });
  const progress = await watch(stack, target, terminal, { what: "removal", after });
  if (!hasSucceeded(progress)) throw new Failure(describeFailure(progress));
  return true;
}

function watch(
  { StackId: stackId = "", StackName: stackName = "" }: Stack,
  { cloudFormation }: Target,
  { screen }: Terminal,
  how: { readonly what: string; readonly after: string | undefined },
): Promise<Progress> {
  return follow(cloudFormation, { stackId, stackName, screen: screen(), ...how });
}
