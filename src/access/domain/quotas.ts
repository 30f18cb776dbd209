import { Fault } from "../../foundation/fault.ts";
import type { InlinePolicy } from "./role.ts";

/** IAM's quotas for roles and policies; white space does not count towards the sizes. */
const trustPolicyCharactersMax = 2048;
const inlinePolicyCharactersMax = 10_240;
const attachedPoliciesMax = 10;
const managedPolicyCharactersMax = 6144;

/** @throws Fault LimitExceeded */
export function checkTrustPolicySize(document: string): void {
  if (sizeOf(document) <= trustPolicyCharactersMax) return;
  throw exceeded(`Cannot exceed quota for ACLSizePerRole: ${trustPolicyCharactersMax}`);
}

/**
 * All inline policies of a role together have a limit.
 * @throws Fault LimitExceeded
 */
export function checkInlinePolicySize(role: string, policies: readonly InlinePolicy[]): void {
  const size = policies.reduce((sum, { document }) => sum + sizeOf(document), 0);
  if (size <= inlinePolicyCharactersMax) return;
  throw exceeded(
    `Maximum policy size of ${inlinePolicyCharactersMax} bytes exceeded for role ${role}`,
  );
}

/** @throws Fault LimitExceeded */
export function checkManagedPolicySize(document: string): void {
  if (sizeOf(document) <= managedPolicyCharactersMax) return;
  throw exceeded(`Cannot exceed quota for PolicySize: ${managedPolicyCharactersMax}`);
}

/** @throws Fault LimitExceeded */
export function checkAttachedPolicyCount(count: number): void {
  if (count <= attachedPoliciesMax) return;
  throw exceeded(`Cannot exceed quota for PoliciesPerRole: ${attachedPoliciesMax}`);
}

function sizeOf(document: string): number {
  return document.replace(/\s/g, "").length;
}

function exceeded(message: string): Fault {
  return new Fault("LimitExceededException", message);
}
