import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { passed, quote, refusedStep } from "./wording.ts";

/** Which function's URL. */
export function urlSteps({ apiId, problem, stage }: Decision): Step[] {
  if (problem?.kind === "unknown-url") {
    return [
      refusedStep(`there is no function URL ${apiId}`, {
        check: "function URL",
        expected: "the id of a function URL of this server",
        received: quote(apiId),
        change:
          "take the URL from `aws lambda get-function-url-config`, or make one with " +
          "create-function-url-config",
      }),
    ];
  }
  const url = stage?.plan.functionUrl;
  if (!url) return [];
  return [passed("function URL", `of ${url.functionArn}, AuthType ${url.authType}`)];
}

/** Who signed the call, where it has to be signed. */
export function callerSteps({ caller, problem, stage }: Decision): Step[] {
  if (problem?.kind === "caller-refused") {
    return [refusedStep(`the call was not let in: ${problem.reason.received}`, problem.reason)];
  }
  if (caller) return [passed("signature", `by ${caller.callerArn} (${caller.accessKeyId})`)];
  return stage?.plan.functionUrl?.authType === "NONE"
    ? [passed("signature", "the URL asks for none")]
    : [];
}
