import { type FunctionsContext, fault } from "./contract.ts";
import type { FunctionRecord, LatestRecord } from "./domain/record.ts";
import { refuseSettings } from "./domain/settings.ts";
import { findFunction } from "./lookup.ts";

/** What every change of code or settings makes: another generation, made now. */
export function newGeneration({ random, clock }: FunctionsContext) {
  return { generation: random.uuid(), revisionId: random.uuid(), modifiedAt: clock.now() };
}

/** Refuses settings that no function may have, and a role that Lambda may not assume. */
export async function checkSettings(
  record: FunctionRecord,
  { mayAssume }: FunctionsContext,
): Promise<void> {
  const refusal = refuseSettings(record);
  if (refusal !== undefined) throw fault("InvalidParameterValueException", refusal);
  if (!mayAssume || (await mayAssume(record.role))) return;
  throw fault(
    "InvalidParameterValueException",
    "The role defined for the function cannot be assumed by Lambda.",
    {
      reason: {
        check: "role",
        expected: "a role whose trust policy lets lambda.amazonaws.com assume it",
        received: record.role,
        change: "create the role first, or add lambda.amazonaws.com to its trust policy",
      },
    },
  );
}

/** Refuses a change that was meant for another revision. */
export function checkRevision(
  { revisionId }: Pick<FunctionRecord, "revisionId">,
  wanted: string | undefined,
  source = "GetFunction/GetAlias",
): void {
  if (wanted === undefined || wanted === revisionId) return;
  throw fault(
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the " +
      `${source} API to retrieve the latest Revision Id`,
  );
}

/** Every write that loses a race means that another one won, so this many are not lost. */
const attemptsMax = 100;

/**
 * Keeps what `decide` makes of a function without touching its code. When another call changes
 * the function meanwhile, it decides anew: deploying tools make such calls in parallel.
 */
export async function changeFunction<T extends { readonly record: LatestRecord }>(
  name: string,
  context: FunctionsContext,
  decide: (latest: LatestRecord) => T,
): Promise<T> {
  return untilWritten(name, async () => {
    const before = await findFunction(name, undefined, context);
    const decided = decide(before.value);
    if (!(await context.functions.update(decided.record, before))) return undefined;
    context.changed(before.value, decided.record);
    return decided;
  });
}

/** @param attempt reads the function and writes it; undefined when another call was quicker */
export async function untilWritten<T>(
  name: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (let count = 0; count < attemptsMax; count++) {
    const written = await attempt();
    if (written !== undefined) return written;
  }
  throw new Error(`${name} changes faster than it can be written`);
}

/** Somebody else changed the function at the same moment. */
export function conflict({ name }: FunctionRecord) {
  const message =
    "The operation cannot be performed at this time. An update is in progress for resource: " +
    name;
  return fault("ResourceConflictException", message);
}
