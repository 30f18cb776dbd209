import { parseArn } from "../../foundation/arn.ts";
import { Fault } from "../../foundation/fault.ts";
import type { Reason } from "../../foundation/reason.ts";

/**
 * The name and path of one of AWS's own managed policies. Policies of accounts cannot be made
 * here, so that none exists.
 */
export function managedPolicyOf(arn: string): { name: string; path: string } | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== "iam" || parts.account !== "aws") return undefined;
  const match = /^policy(\/(?:[\w.,+@=-]+\/)*)([\w+=,.@-]{1,128})$/.exec(parts.resource);
  const [, path, name] = match ?? [];
  return path === undefined || name === undefined ? undefined : { name, path };
}

/** @throws Fault InvalidInput or NoSuchEntity unless the policy can be attached to a role. */
export function checkAttachable(arn: string): void {
  if (!parseArn(arn)) throw new Fault("InvalidInputException", `ARN ${arn} is not valid.`);
  if (managedPolicyOf(arn)) return;
  const message = `Policy ${arn} does not exist or is not attachable.`;
  throw new Fault("NoSuchEntityException", message, { reason: reasonOf(arn) });
}

/** @throws Fault InvalidInput unless the policy can be a role's permissions boundary. */
export function checkBoundary(arn: string): void {
  if (managedPolicyOf(arn)) return;
  const message = `Scope ARN: ${arn} does not exist or is not attachable.`;
  throw new Fault("InvalidInputException", message, { reason: reasonOf(arn) });
}

function reasonOf(received: string): Reason {
  return {
    check: "managed policy",
    expected: "a policy of AWS, such as arn:aws:iam::aws:policy/ReadOnlyAccess",
    received,
    change: "Write the permissions as an inline policy (PutRolePolicy), or use one of AWS's",
  };
}
