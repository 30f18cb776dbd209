import type { Caller } from "../../wire/authenticate.ts";
import type { Decision } from "../decision.ts";
import type { FunctionUrlPlan, StagePlan } from "../plan.ts";

/** What the request context of an event says otherwise when a function's URL was called. */
export function urlContext(
  { caller }: Decision,
  { apiId, account, region }: StagePlan,
  { authType }: FunctionUrlPlan,
) {
  return {
    accountId: authType === "NONE" ? "anonymous" : account,
    ...(caller && {
      authorizer: {
        iam: {
          accessKey: caller.accessKeyId,
          accountId: caller.account,
          callerId: idOf(caller),
          cognitoIdentity: null,
          principalOrgId: null,
          userArn: caller.callerArn,
          userId: idOf(caller),
        },
      },
    }),
    domainName: `${apiId}.lambda-url.${region}.on.aws`,
    domainPrefix: apiId,
  };
}

/** An account is its own id. A session is told by the name of its role, whose id is not at hand. */
function idOf({ account, callerArn }: Caller): string {
  const [, role, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(callerArn) ?? [];
  return session === undefined ? account : `${role}:${session}`;
}
