import { iamArn } from "../../foundation/arn.ts";
import type { FunctionUrlAuthType } from "../../foundation/invoke.ts";
import { matchesArn } from "../../foundation/pattern.ts";

/** Lets somebody run a function. Members are named as in the policy that clients are shown. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: "*" | { readonly Service: string } | { readonly AWS: string };
  readonly Action: string;
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a client asks a statement to say. */
export interface StatementWish {
  readonly StatementId: string;
  readonly Action: string;
  readonly Principal: string;
  readonly SourceArn?: string | undefined;
  readonly SourceAccount?: string | undefined;
  readonly EventSourceToken?: string | undefined;
  readonly PrincipalOrgID?: string | undefined;
  readonly FunctionUrlAuthType?: string | undefined;
  readonly InvokedViaFunctionUrl?: boolean | undefined;
}

/** Undefined when its principal is nobody. */
export function statementOf(wish: StatementWish, Resource: string): PolicyStatement | undefined {
  const Principal = readPrincipal(wish.Principal);
  if (Principal === undefined) return undefined;
  const { InvokedViaFunctionUrl: viaUrl } = wish;
  const conditions: [operator: string, key: string, value: string | undefined][] = [
    ["StringEquals", "AWS:SourceAccount", wish.SourceAccount],
    ["StringEquals", "lambda:EventSourceToken", wish.EventSourceToken],
    ["StringEquals", "aws:PrincipalOrgID", wish.PrincipalOrgID],
    ["StringEquals", "lambda:FunctionUrlAuthType", wish.FunctionUrlAuthType],
    ["Bool", "lambda:InvokedViaFunctionUrl", viaUrl === undefined ? undefined : String(viaUrl)],
    ["ArnLike", "AWS:SourceArn", wish.SourceArn],
  ];
  const Condition: Record<string, Record<string, string>> = {};
  for (const [operator, key, value] of conditions) {
    if (value !== undefined) Condition[operator] = { ...Condition[operator], [key]: value };
  }
  return {
    ...{ Sid: wish.StatementId, Effect: "Allow", Principal, Action: wish.Action, Resource },
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  };
}

function readPrincipal(principal: string): PolicyStatement["Principal"] | undefined {
  if (principal === "*") return "*";
  if (/^\d{12}$/.test(principal)) return { AWS: iamArn(principal, "root") };
  if (/^arn:aws[a-z-]*:(iam|sts)::\d{12}:.+$/.test(principal)) return { AWS: principal };
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal)
    ? { Service: principal }
    : undefined;
}

/** Who wants to run the function. */
export type Caller = ServiceCaller | UrlCaller;

/** A service of AWS. */
export interface ServiceCaller {
  readonly kind: "service";
  /** Such as `apigateway.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn: string;
  readonly sourceAccount: string;
}

/** Whoever calls the function's URL; nobody in particular where calls need no signature. */
export interface UrlCaller {
  readonly kind: "function-url";
  readonly authType: FunctionUrlAuthType;
  readonly caller?: { readonly account: string; readonly arn: string };
}

const actionOf: Readonly<Record<Caller["kind"], string>> = {
  service: "lambda:InvokeFunction",
  "function-url": "lambda:InvokeFunctionUrl",
};

/** Whether one of the statements lets somebody run the function. */
export function allows(statements: readonly PolicyStatement[], caller: Caller): boolean {
  const actions = [actionOf[caller.kind], "lambda:*", "*"];
  return statements.some(
    ({ Principal, Action, Condition }) =>
      isMeant(Principal, caller) && actions.includes(Action) && isMet(Condition, caller),
  );
}

function isMeant(principal: PolicyStatement["Principal"], caller: Caller): boolean {
  if (principal === "*") return true;
  if (caller.kind === "service") {
    return "Service" in principal && principal.Service === caller.principal;
  }
  if (caller.authType === "NONE" || !caller.caller || !("AWS" in principal)) return false;
  const { account, arn } = caller.caller;
  return [iamArn(account, "root"), arn].includes(principal.AWS) || isRoleOf(principal.AWS, arn);
}

/** Whether a session is one of the role. Its ARN leaves out the role's path. */
function isRoleOf(roleArn: string, sessionArn: string): boolean {
  const role = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(roleArn);
  return role !== null && sessionArn.startsWith(`arn:aws:sts::${role[1]}:assumed-role/${role[2]}/`);
}

/** A condition on anything else is about another kind of caller, and not met. */
function isMet(condition: PolicyStatement["Condition"], caller: Caller): boolean {
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, value]) => {
      const named = `${operator} ${key}`;
      if (caller.kind === "function-url") {
        return named === "StringEquals lambda:FunctionUrlAuthType" && value === caller.authType;
      }
      if (named === "ArnLike AWS:SourceArn") return matchesArn(value, caller.sourceArn);
      return named === "StringEquals AWS:SourceAccount" && value === caller.sourceAccount;
    }),
  );
}

/** The policy that the statements make, as clients read it. */
export function policyDocument(Statement: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Id: "default", Statement });
}
