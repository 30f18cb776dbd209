import type { Step, Trace } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { corsSteps } from "./cors.ts";
import { integrationSteps } from "./integration.ts";
import { apiSteps, routeSteps, sizeSteps, stageSteps } from "./route.ts";
import { throttleSteps } from "./throttle.ts";
import { scopeSteps, tokenSteps } from "./token.ts";

/** Puts a decision into words: what was looked at, in order, up to where the request ended. */
export function explain(decision: Decision): Trace {
  const steps: Step[] = [];
  for (const explainStep of inOrder) {
    steps.push(...explainStep(decision));
    if (steps.at(-1)?.outcome === "refused") break;
  }
  const { stage, status } = decision;
  const where = stage ? ` stage ${stage.name}` : "";
  const problem = steps.at(-1)?.outcome === "refused" ? steps.at(-1)?.detail : undefined;
  return {
    id: decision.traceId,
    at: decision.at,
    kind: "gateway",
    subject: `${decision.method} ${pathOf(decision)} on api ${decision.apiId}${where}`,
    outcome: { status, text: problem ?? "answered" },
    steps,
  };
}

const inOrder: readonly ((decision: Decision) => Step[])[] = [
  sizeSteps,
  apiSteps,
  stageSteps,
  corsSteps,
  routeSteps,
  tokenSteps,
  scopeSteps,
  throttleSteps,
  integrationSteps,
];

/** Without the query, which may hold a token. */
function pathOf({ url }: Decision): string {
  return url.split("?", 1)[0] ?? "";
}
