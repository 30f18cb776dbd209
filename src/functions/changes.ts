import { type FunctionsContext, fault } from "./contract.ts";
import type { FunctionRecord } from "./domain/record.ts";
import { refuseSettings } from "./domain/settings.ts";

/** What every change of a function gets: another revision, made now. */
export function revision({ random, clock }: FunctionsContext) {
  return { revisionId: random.uuid(), modifiedAt: clock.now() };
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
export function checkRevision(record: FunctionRecord, wanted: string | undefined): void {
  if (wanted === undefined || wanted === record.revisionId) return;
  throw fault(
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the " +
      "GetFunction/GetAlias API to retrieve the latest Revision Id",
  );
}

/** Somebody else changed the function at the same moment. */
export function conflict({ name }: FunctionRecord) {
  const message =
    "The operation cannot be performed at this time. An update is in progress for resource: " +
    name;
  return fault("ResourceConflictException", message);
}
