import type { Step } from "../../diagnostics/trace.ts";
import type { Decision, Preflight } from "../decision.ts";
import type { CorsPlan } from "../plan.ts";
import { noted, quote, quoteAll } from "./wording.ts";

/** What a browser will make of the answer. Nothing here refuses a request: browsers do. */
export function corsSteps(decision: Decision): Step[] {
  const { stage, origin, preflight } = decision;
  if (!stage || origin === "") return [];
  if (!stage.cors) return preflight ? [noted("cors", notConfigured)] : [];
  const { plan } = stage.cors;
  const allowed = stage.cors.answerHeaders(origin).length > 0;
  const notes = [
    allowed
      ? `the origin ${quote(origin)} is allowed`
      : `the origin ${quote(origin)} is not among ${quoteAll(plan.allowOrigins)}: the answer has ` +
        "no CORS headers, and a browser keeps it from the page",
  ];
  if (preflight) notes.push(...preflightNotes(decision, plan, preflight));
  if (decision.droppedCors) {
    notes.push("the backend's own CORS headers were dropped: the API's configuration counts");
  }
  return notes.map((note) => noted("cors", note));
}

const notConfigured = "a preflight, and CORS is not configured in this deployment";

function preflightNotes({ route }: Decision, plan: CorsPlan, preflight: Preflight): string[] {
  if (preflight.answered) {
    return ["a preflight, which the gateway answers by itself", ...refusals(plan, preflight)];
  }
  if (!route?.plan.authorizer) return ["a preflight, which a route takes"];
  return [
    `${route.plan.routeKey} takes preflights too, and its authorizer refuses them, as they carry ` +
      "no token: add OPTIONS /{proxy+} without an authorizer",
  ];
}

/** What the page is about to send and may not, entry by entry. */
function refusals({ allowMethods, allowHeaders, allowCredentials }: CorsPlan, asked: Preflight) {
  const notes: string[] = [];
  // Browsers take `*` for a name, not for all, when a request may carry credentials.
  const isAllowed = (allowed: readonly string[], name: string) =>
    allowed.some((entry) => entry.toLowerCase() === name.toLowerCase()) ||
    (allowed.includes("*") && !allowCredentials);
  const simple = ["GET", "HEAD", "POST"];
  if (!simple.includes(asked.method) && !isAllowed(allowMethods, asked.method)) {
    notes.push(notAmong("method", asked.method, "allowMethods", allowMethods));
  }
  const headers = asked.headers.split(",").map((name) => name.trim());
  for (const name of headers.filter((header) => header !== "")) {
    const named = allowHeaders.some((entry) => entry.toLowerCase() === name.toLowerCase());
    if (name.toLowerCase() === "authorization" && !named && isAllowed(allowHeaders, name)) {
      notes.push("browsers want authorization named in allowHeaders: * does not stand for it");
    } else if (!isAllowed(allowHeaders, name)) {
      notes.push(notAmong("header", name, "allowHeaders", allowHeaders));
    }
  }
  return notes;
}

function notAmong(kind: string, name: string, member: string, allowed: readonly string[]): string {
  return (
    `the ${kind} ${quote(name)} is not in ${member} (${quoteAll(allowed)}): ` +
    "a browser will not send the request"
  );
}
