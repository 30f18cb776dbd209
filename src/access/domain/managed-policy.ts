import { parseArn } from "../../foundation/arn.ts";
import { Fault } from "../../foundation/fault.ts";
import type { Reason } from "../../foundation/reason.ts";

/** What the ARN of a managed policy says; `account` is `aws` for those of AWS. */
export function policyNamed(arn: string) {
  const parts = parseArn(arn);
  if (parts?.service !== "iam") return undefined;
  const match = /^policy(\/(?:[\w.,+@=-]+\/)*)([\w+=,.@-]{1,128})$/.exec(parts.resource);
  const [, path, name] = match ?? [];
  if (path === undefined || name === undefined) return undefined;
  return { account: parts.account, name, path };
}

/**
 * @param isThere whether it is a policy of the account
 * @throws Fault InvalidInput or NoSuchEntity unless the policy can be attached to a role.
 */
export function checkAttachable(arn: string, isThere: boolean): void {
  if (!parseArn(arn)) throw new Fault("InvalidInputException", `ARN ${arn} is not valid.`);
  if (isThere || isOfAws(arn)) return;
  const message = `Policy ${arn} does not exist or is not attachable.`;
  throw new Fault("NoSuchEntityException", message, { reason: reasonOf(arn) });
}

/**
 * @param isThere whether it is a policy of the account
 * @throws Fault InvalidInput unless the policy can be a role's permissions boundary.
 */
export function checkBoundary(arn: string, isThere: boolean): void {
  if (isThere || isOfAws(arn)) return;
  const message = `Scope ARN: ${arn} does not exist or is not attachable.`;
  throw new Fault("InvalidInputException", message, { reason: reasonOf(arn) });
}

function isOfAws(arn: string): boolean {
  return policyNamed(arn)?.account === "aws";
}

function reasonOf(received: string): Reason {
  return {
    check: "managed policy",
    expected: "a policy of AWS, such as arn:aws:iam::aws:policy/ReadOnlyAccess, or of the account",
    received,
    change: "Create the policy first (CreatePolicy), or write an inline one (PutRolePolicy)",
  };
}
