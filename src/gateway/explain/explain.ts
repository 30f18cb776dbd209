import type { Step, Trace } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { pathOf } from "../path.ts";
import { corsSteps } from "./cors.ts";
import { integrationSteps } from "./integration.ts";
import { apiSteps, pathSteps, routeSteps, sizeSteps, stageSteps } from "./route.ts";
import { throttleSteps } from "./throttle.ts";
import { scopeSteps, tokenSteps } from "./token.ts";
import { callerSteps, urlSteps } from "./url.ts";

/** Puts a decision into words: what was looked at, in order, up to where the request ended. */
export function explain(decision: Decision): Trace {
  const steps: Step[] = [];
  for (const explainStep of decision.kind === "api" ? apiOrder : urlOrder) {
    steps.push(...explainStep(decision));
    if (steps.at(-1)?.outcome === "refused") break;
  }
  const { kind, apiId, stage, status } = decision;
  const api = `api ${apiId}${stage ? ` stage ${stage.name}` : ""}`;
  const what = kind === "api" ? api : `function URL ${apiId}`;
  const problem = steps.at(-1)?.outcome === "refused" ? steps.at(-1)?.detail : undefined;
  return {
    id: decision.traceId,
    at: decision.at,
    kind: "gateway",
    // Without the query, which may hold a token.
    subject: `${decision.method} ${pathOf(decision.url)} on ${what}`,
    outcome: { status, text: problem ?? "answered" },
    steps,
  };
}

const apiOrder: readonly ((decision: Decision) => Step[])[] = [
  sizeSteps,
  apiSteps,
  pathSteps,
  stageSteps,
  corsSteps,
  routeSteps,
  tokenSteps,
  scopeSteps,
  throttleSteps,
  integrationSteps,
];

const urlOrder: readonly ((decision: Decision) => Step[])[] = [
  sizeSteps,
  urlSteps,
  pathSteps,
  corsSteps,
  callerSteps,
  integrationSteps,
];
