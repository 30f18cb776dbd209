import { parseArn } from "../../foundation/arn.ts";
import { matchesPattern } from "../../foundation/pattern.ts";
import type { Reason } from "../../foundation/reason.ts";
import { type ConditionValues, judge } from "./conditions.ts";
import { type Principal, readTrustPolicy, type Statement } from "./policy-document.ts";
import { parseSessionArn, type Role, roleArnOf } from "./role.ts";

/** Who wants to assume a role: a signer's ARN, or an AWS service such as `lambda.amazonaws.com`. */
export type Caller =
  | { readonly kind: "aws"; readonly arn: string }
  | { readonly kind: "service"; readonly name: string };

interface TrustRequest {
  readonly roleArn: string;
  readonly caller: Caller;
  readonly values: ConditionValues;
}

/**
 * Decides whether a role's trust policy lets the caller assume it. A denial wins; what cannot be
 * evaluated never opens anything: such an Allow does not count, such a Deny does.
 * @param values condition keys, in lower case, that only the caller knows of
 * @returns undefined when it may; otherwise why not.
 */
export function refusalToAssume(
  role: Role,
  caller: Caller,
  values: Iterable<readonly [string, string | undefined]> = [],
): Reason | undefined {
  const known = new Map([...callerValues(role, caller), ...values]);
  const request = { roleArn: roleArnOf(role), caller, values: known };
  const notes: string[] = [];
  let allowed = false;
  for (const statement of readTrustPolicy(role.trustPolicy)) {
    const outcome = apply(statement, request);
    if (statement.effect === "Deny" && outcome.kind !== "no") {
      return reasonOf(request, `a statement that denies it${inBrackets(outcome.because)}`);
    }
    if (statement.effect === "Allow") {
      allowed ||= outcome.kind === "yes";
      if (outcome.because !== "") notes.push(outcome.because);
    }
  }
  if (allowed) return undefined;
  return reasonOf(request, notes.join("; ") || "a policy that allows nothing");
}

/** What Gatepool knows of the caller. A session's own role is not known with its path. */
function callerValues(role: Role, caller: Caller): [string, string | undefined][] {
  if (caller.kind === "service") {
    // A service uses roles of the account that it works for, and of no other.
    return [
      ["aws:sourceaccount", role.account],
      ["aws:principalaccount", undefined],
    ];
  }
  return [["aws:principalaccount", parseArn(caller.arn)?.account]];
}

interface Outcome {
  readonly kind: "yes" | "no" | "unsupported";
  /** Empty when there is nothing to say. */
  readonly because: string;
}

function apply(statement: Statement, request: TrustRequest): Outcome {
  if (statement.unsupported.length > 0) {
    const names = statement.unsupported.join(", ");
    return { kind: "unsupported", because: `${names}, which Gatepool does not evaluate` };
  }
  if (!statement.actions.some((action) => matchesPattern(action.toLowerCase(), "sts:assumerole"))) {
    return { kind: "no", because: `actions ${statement.actions.join(", ")}` };
  }
  if (!statement.principals.some((principal) => covers(principal, request.caller))) {
    const trusted = statement.principals.map(({ type, value }) => `${type} ${value}`).join(", ");
    return { kind: "no", because: `principals ${trusted || "of no kind"}` };
  }
  const verdicts = statement.conditions.map((condition) => judge(condition, request.values));
  // A condition that is not met settles the matter, whatever the others would say.
  const unmet = verdicts.find((verdict) => verdict.kind === "unmet");
  if (unmet) return { kind: "no", because: `condition not met: ${unmet.because}` };
  const unsupported = verdicts.find((verdict) => verdict.kind === "unsupported");
  if (!unsupported) return { kind: "yes", because: "" };
  return {
    kind: "unsupported",
    because: `${unsupported.because}, which Gatepool does not evaluate`,
  };
}

function covers(principal: Principal, caller: Caller): boolean {
  if (principal.type === "Service") {
    return caller.kind === "service" && caller.name === principal.value;
  }
  if (principal.type !== "AWS" || caller.kind !== "aws") return false;
  const { value } = principal;
  if (value === "*" || value === caller.arn) return true;
  const account = parseArn(caller.arn)?.account;
  if (value === account) return true;
  const trusted = parseArn(value);
  if (!trusted || trusted.account !== account) return false;
  return trusted.resource === "root" || isSessionOf(trusted.resource, caller.arn);
}

/** A session's ARN names its role without the path; names are unique whatever the path. */
function isSessionOf(roleResource: string, callerArn: string): boolean {
  const session = parseSessionArn(callerArn);
  if (!session || !roleResource.startsWith("role/")) return false;
  return roleResource.slice(roleResource.lastIndexOf("/") + 1) === session.roleName;
}

function inBrackets(because: string): string {
  return because === "" ? "" : ` (${because})`;
}

function reasonOf({ roleArn, caller }: TrustRequest, received: string): Reason {
  const [type, name] = caller.kind === "aws" ? ["AWS", caller.arn] : ["Service", caller.name];
  const statement = {
    Effect: "Allow",
    Principal: { [type]: name },
    Action: "sts:AssumeRole",
  };
  return {
    check: "trust policy",
    expected: `a statement of ${roleArn} that allows sts:AssumeRole to ${type} ${name}`,
    received,
    change: `Give the role's trust policy the statement ${JSON.stringify(statement)}`,
  };
}
