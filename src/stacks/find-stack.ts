import { arnOf } from "../foundation/arn.ts";
import { type StacksContext, validationError } from "./contract.ts";
import type { Stack, StackResource } from "./domain/stack.ts";

/** How operations say that a stack is not there: not all in the same words, which clients match. */
export type MissingWords = (nameOrId: string) => string;

const stackWithId: MissingWords = (name) => `Stack with id ${name} does not exist`;
export const stackInBrackets: MissingWords = (name) => `Stack [${name}] does not exist`;

/** A stack by its name, or by its id, which finds a deleted one, too. */
export async function findStack(
  nameOrId: string,
  { tenant, stacks }: Pick<StacksContext, "tenant" | "stacks">,
): Promise<Stack | undefined> {
  if (!nameOrId.startsWith("arn:")) return (await stacks.byName(tenant, nameOrId))?.value;
  const isOwn = nameOrId.startsWith(arnOf("cloudformation", tenant, "stack/"));
  return isOwn ? (await stacks.get(nameOrId))?.value : undefined;
}

/** @throws Fault ValidationError in these words */
export async function stackOf(
  nameOrId: string,
  context: Pick<StacksContext, "tenant" | "stacks">,
  words: MissingWords = stackWithId,
): Promise<Stack> {
  const found = await findStack(nameOrId, context);
  if (!found) throw validationError(words(nameOrId));
  return found;
}

/** A stack that is there: a deleted one is not. */
export async function standingStack(
  nameOrId: string,
  context: Pick<StacksContext, "tenant" | "stacks">,
  words: MissingWords = stackInBrackets,
): Promise<Stack> {
  const stack = await stackOf(nameOrId, context, words);
  if (stack.status === "DELETE_COMPLETE") throw validationError(words(nameOrId));
  return stack;
}

interface NamedChangeSet {
  readonly ChangeSetName: string;
  readonly StackName?: string | undefined;
}

/**
 * A change set by its id, or by its name and its stack's.
 * @throws Fault ValidationError when a name comes without that of a stack
 */
export async function findChangeSet(
  { ChangeSetName, StackName }: NamedChangeSet,
  context: StacksContext,
) {
  const { changeSets, tenant } = context;
  if (ChangeSetName.startsWith("arn:")) {
    const isOwn = ChangeSetName.startsWith(arnOf("cloudformation", tenant, "changeSet/"));
    return isOwn ? changeSets.byId(ChangeSetName) : undefined;
  }
  if (StackName === undefined) {
    throw validationError(
      "StackName must be specified if ChangeSetName is not specified as an ARN.",
    );
  }
  const stack = await findStack(StackName, context);
  return stack && changeSets.get(stack.id, ChangeSetName);
}

/** @throws Fault ValidationError when the stack has no such resource */
export async function resourceOf(
  { id, name }: Stack,
  logicalId: string,
  { stacks }: StacksContext,
): Promise<StackResource> {
  const found = (await stacks.resources(id)).find((each) => each.logicalId === logicalId);
  if (found) return found;
  throw validationError(`Resource ${logicalId} does not exist for stack ${name}`);
}
