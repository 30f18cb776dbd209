import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { noted, quote, quoteAll } from "./wording.ts";

/** What a browser will make of the answer. Nothing here refuses a request: browsers do. */
export function corsSteps({ stage, origin, method, preflight, route, problem }: Decision): Step[] {
  if (!stage || origin === "") return [];
  if (!stage.cors) {
    if (method !== "OPTIONS" || problem?.kind !== "unknown-route") return [];
    return [noted("cors", "a preflight, it seems: CORS is not configured in this deployment")];
  }
  const allowed = stage.cors.answerHeaders(origin).length > 0;
  const origins = quoteAll(stage.cors.plan.allowOrigins);
  const steps = [
    noted(
      "cors",
      allowed
        ? `the origin ${quote(origin)} is allowed`
        : `the origin ${quote(origin)} is not among ${origins}: the answer has no CORS headers, ` +
            "and a browser keeps it from the page",
    ),
  ];
  if (preflight) steps.push(noted("cors", "a preflight, which the gateway answers by itself"));
  if (method === "OPTIONS" && route?.plan.authorizer) {
    const key = route.plan.routeKey;
    const detail = `${key} takes preflights too, and its authorizer refuses them, as they carry no`;
    steps.push(noted("cors", `${detail} token: add OPTIONS /{proxy+} without an authorizer`));
  }
  return steps;
}
