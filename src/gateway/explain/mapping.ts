import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { noted } from "./wording.ts";

/** What parameter mapping changed on the way there and back; no values, which may be secret. */
export function mappingSteps({ route, backendStatus, status }: Decision): Step[] {
  if (!route || route.target.kind === "broken") return [];
  const who = route.target.kind === "http" ? "the backend" : "the function";
  const { requests, responses } = route.target;
  const steps: Step[] = [];
  const places = [
    requests?.headers && "headers",
    requests?.query && "query",
    requests?.path && "path",
  ].filter((place) => place !== undefined);
  if (places.length > 0) {
    steps.push(noted("mapping", `requestParameters change the request's ${places.join(", ")}`));
  }
  if (!responses || backendStatus === 0) return steps;
  const known = [...responses.keys()];
  if (!known.includes(backendStatus)) {
    const detail = `responseParameters are for ${known.join(", ")} only, and change nothing`;
    steps.push(noted("mapping", `${who} answered ${backendStatus}: ${detail}`));
  } else if (status === backendStatus) {
    steps.push(noted("mapping", `responseParameters for ${status} change the answer's headers`));
  } else {
    steps.push(noted("mapping", `${who} answered ${backendStatus}, mapped to ${status}`));
  }
  return steps;
}
