import { parseArn } from "../../foundation/arn.ts";
import { Fault } from "../../foundation/fault.ts";

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

/** @throws Fault InvalidInput or NoSuchEntity unless a role can carry the policy. */
export function checkManagedPolicy(arn: string): void {
  if (!parseArn(arn)) throw new Fault("InvalidInputException", `ARN ${arn} is not valid.`);
  if (managedPolicyOf(arn)) return;
  throw new Fault("NoSuchEntityException", `Policy ${arn} does not exist or is not attachable.`, {
    reason: {
      check: "managed policy",
      expected: "a policy of AWS, such as arn:aws:iam::aws:policy/ReadOnlyAccess",
      received: arn,
      change: "Write the permissions as an inline policy (PutRolePolicy), or use one of AWS's",
    },
  });
}
