import type { FunctionUrlSource, InvokeResult } from "../../foundation/invoke.ts";
import type { Decision } from "../decision.ts";
import type { FunctionUrlPlan } from "../plan.ts";

/** As whom a function is run through its URL. */
export function urlSource({ caller }: Decision, { authType }: FunctionUrlPlan): FunctionUrlSource {
  return {
    ...{ kind: "function-url", authType },
    ...(caller && { caller: { account: caller.account, arn: caller.callerArn } }),
  };
}

/** What the client gets, and why, when a function that was called by its URL did not answer. */
export function urlRefusal(
  result: Exclude<InvokeResult, { kind: "answered" }>,
  { functionArn }: FunctionUrlPlan,
): [status: number, detail: string, change: string] {
  const { kind, reason } = result;
  switch (kind) {
    case "threw":
      return [502, `the function failed: ${reason}`, "see the function's log for the error"];
    case "timed-out":
      return [
        502,
        `the function gave no answer: ${reason}`,
        "make it faster, or raise its Timeout",
      ];
    case "throttled":
      return [429, reason, "raise the function's concurrency, or call it less"];
    case "not-permitted":
      return [403, `the caller may not run the function: ${reason}`, result.change];
    case "failed":
      return [502, `the function could not be run: ${reason}`, `see that ${functionArn} exists`];
  }
}
