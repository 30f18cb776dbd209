import { refuse } from "../answers.ts";
import type { Call } from "../call.ts";
import type { JwtAuthorizerPlan } from "../plan.ts";
import { headerValues } from "../request-head.ts";
import type { Route } from "../stage.ts";
import { insufficientScope, invalidToken, keysMissing, tokenMissing } from "./challenge.ts";
import type { Verdict } from "./token-checker.ts";

/**
 * Lets a call with a good token on. AWS: JWT authorizers for HTTP APIs.
 *
 * @param resume is called once the keys are there, when they had to be read first
 */
export function authorizeByJwt(
  call: Call,
  route: Route,
  authorizer: JwtAuthorizerPlan,
  resume: (decide: () => "next" | "answered") => void,
): "next" | "answered" | "waiting" {
  const values = identityValues(call, authorizer.identitySource);
  const [text = ""] = values;
  if (values.length > 1) {
    // Whoever reads the request next might read the other one.
    refuse(call, 401, { kind: "token-repeated", times: values.length }, tokenMissing);
    return "answered";
  }
  if (text === "" || /^bearer ?$/i.test(text)) {
    refuse(call, 401, { kind: "token-missing" }, tokenMissing);
    return "answered";
  }
  call.decision.bearer = /^bearer /i.test(text);
  const { tokens } = call.shared;
  const verdict = tokens.check(text, authorizer, call.decision.at);
  if (verdict) return settle(call, route, verdict);
  void tokens.readKeysAndCheck(text, authorizer, call.decision.at).then((late) => {
    resume(() => settle(call, route, late));
  });
  return "waiting";
}

function settle(call: Call, route: Route, verdict: NonNullable<Verdict>): "next" | "answered" {
  if (verdict.kind === "no-keys") {
    const { failure } = verdict;
    const problem = { kind: "keys-missing", failure } as const;
    if (failure.problem === "storage") refuse(call, 500, problem);
    else refuse(call, 401, problem, keysMissing(route, failure));
    return "answered";
  }
  if (verdict.kind === "refused") {
    const problem = { kind: "token-refused", token: verdict } as const;
    refuse(call, 401, problem, invalidToken(route, verdict.problem));
    return "answered";
  }
  call.decision.token = verdict;
  const { scopes } = route.plan;
  if (scopes.length > 0 && !scopes.some((scope) => verdict.scopes.includes(scope))) {
    refuse(call, 403, { kind: "scope-missing" }, insufficientScope(route));
    return "answered";
  }
  return "next";
}

function identityValues(call: Call, { from, name }: JwtAuthorizerPlan["identitySource"]): string[] {
  if (from === "header") return headerValues(call.request.rawHeaders, name.toLowerCase());
  return new URLSearchParams(call.decision.path?.query ?? "").getAll(name);
}
