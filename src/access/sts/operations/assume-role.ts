import { parseArn } from "../../../foundation/arn.ts";
import type { Fault } from "../../../foundation/fault.ts";
import type { Reason } from "../../../foundation/reason.ts";
import { parseRoleArn, parseSessionArn, type Role, sessionArnOf } from "../../domain/role.ts";
import { refusalToAssume } from "../../domain/trust.ts";
import { type AssumeRoleInput, fault, operation } from "../contract.ts";

const durationSecondsDefault = 3600;
/** A session that assumes a further role gets no longer one. */
const chainedDurationSecondsMax = 3600;

/** Gives temporary credentials of a role to those whom its trust policy lets in. */
export const assumeRole = operation("AssumeRole", {
  access: "iam",
  async run(input, { call, roles, sessions }) {
    refuseUnsupported(input);
    if (!parseRoleArn(input.RoleArn)) throw fault("ValidationError", `${input.RoleArn} is invalid`);
    const role = await roles.byArn(input.RoleArn);
    if (!role) throw accessDenied(call.callerArn, input.RoleArn, absent(input.RoleArn));
    const refusal = refusalToAssume(role, { kind: "aws", arn: call.callerArn }, valuesOf(input));
    if (refusal) throw accessDenied(call.callerArn, input.RoleArn, refusal);
    const durationSeconds = input.DurationSeconds ?? durationSecondsDefault;
    checkDuration(durationSeconds, role, call.callerArn);
    const sessionName = input.RoleSessionName;
    const { account, name: roleName } = role;
    const issued = sessions.issue({ account, roleName, sessionName, durationSeconds });
    return {
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: new Date(issued.expiresAt),
      },
      AssumedRoleUser: {
        AssumedRoleId: `${role.id}:${sessionName}`,
        Arn: sessionArnOf(account, roleName, sessionName),
      },
    };
  },
});

/** Condition keys that only AssumeRole itself can fill in. */
function valuesOf(input: AssumeRoleInput): [string, string | undefined][] {
  return [
    ["sts:externalid", input.ExternalId],
    ["sts:rolesessionname", input.RoleSessionName],
  ];
}

/** What would narrow or mark the session is refused: left aside, it would promise too much. */
function refuseUnsupported(input: AssumeRoleInput): void {
  const { Policy, PolicyArns, Tags, TransitiveTagKeys, SourceIdentity } = input;
  const { SerialNumber, TokenCode, ProvidedContexts } = input;
  const members = {
    ...{ Policy, PolicyArns, Tags, TransitiveTagKeys, SourceIdentity },
    ...{ SerialNumber, TokenCode, ProvidedContexts },
  };
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw fault("ValidationError", `AssumeRole with ${name} is not supported by Gatepool.`);
  }
}

function checkDuration(seconds: number, role: Role, callerArn: string): void {
  if (parseSessionArn(callerArn) && seconds > chainedDurationSecondsMax) {
    const limit = "exceeds the 1 hour session limit for roles assumed by role chaining.";
    throw fault("ValidationError", `The requested DurationSeconds ${limit}`);
  }
  if (seconds > role.maxSessionSeconds) {
    const limit = "exceeds the MaxSessionDuration set for this role.";
    throw fault("ValidationError", `The requested DurationSeconds ${limit}`);
  }
}

function absent(roleArn: string): Reason {
  return {
    check: "role",
    expected: `a role with the ARN ${roleArn}`,
    received: `none in account ${parseArn(roleArn)?.account}`,
    change: "Create the role, or correct the account and name in the ARN",
  };
}

/** AWS answers the same whether the role is absent or does not trust the caller. */
function accessDenied(callerArn: string, roleArn: string, reason: Reason): Fault {
  const what = `sts:AssumeRole on resource: ${roleArn}`;
  const message = `User: ${callerArn} is not authorized to perform: ${what}`;
  return fault("AccessDenied", message, { status: 403, reason });
}
