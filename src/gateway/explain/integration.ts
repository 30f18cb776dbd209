import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { eventSteps } from "./event.ts";
import { mappingSteps } from "./mapping.ts";
import { noted, passed, refusedStep } from "./wording.ts";

/** What was called, and what came of it. */
export function integrationSteps(decision: Decision): Step[] {
  const { problem, calledAt, answeredAt } = decision;
  if (problem?.kind === "body-too-large") {
    return [
      refusedStep("the request's body is too large", {
        check: "size",
        expected: `at most ${problem.bytesMax} bytes; for a function, as part of its event`,
        received: "more",
        change: "send less, or upload large files past the API",
      }),
    ];
  }
  if (problem?.kind === "mapping") {
    return [
      refusedStep(problem.detail, {
        check: "mapping",
        expected: "values that fit where the integration's requestParameters put them",
        received: problem.detail,
        change: "send another value, or map one that clients cannot choose",
      }),
    ];
  }
  if (calledAt === 0 || !decision.route) return [];
  const tookMs = Math.max(0, answeredAt - calledAt);
  const { target } = decision.route;
  const limitMs = target.kind === "broken" ? 0 : target.plan.timeoutMs;
  const what = describe(decision);
  const time = `after ${tookMs} ms of the allowed ${limitMs}`;
  if (problem?.kind === "integration") {
    return [
      ...functionNotes(decision),
      refusedStep(problem.detail, {
        check: "integration",
        expected: `an answer of ${what} within ${limitMs} ms`,
        received: `${problem.detail}, ${time}`,
        change: problem.change,
      }),
    ];
  }
  const steps = [passed("integration", `${what} answered ${decision.status} ${time}`)];
  if (tookMs > 0.8 * limitMs) {
    steps.push(noted("integration", "more than 80 % of the time that it may take"));
  }
  return [...functionNotes(decision), ...steps, ...mappingSteps(decision)];
}

/** Where the function answered as the other payload format would have it. */
function answerNotes({ foreignMember }: Decision): Step[] {
  if (!foreignMember) return [];
  const [format, own] =
    foreignMember === "cookies" ? ["1.0", "multiValueHeaders"] : ["2.0", "cookies"];
  const detail = `${foreignMember} of the answer is ignored: in payload format ${format} several`;
  return [noted("function", `${detail} set-cookie headers go into ${own}`)];
}

function functionNotes(decision: Decision): Step[] {
  const { route, warning } = decision;
  if (route?.target.kind !== "function") return [];
  const warnings = warning === undefined ? [] : [noted("function", warning)];
  return [...warnings, ...eventSteps(decision), ...answerNotes(decision)];
}

function describe({ route, calledPath, method }: Decision): string {
  const target = route?.target;
  if (target?.kind === "function") {
    return `${target.functionArn} (payload format ${target.plan.payloadFormat})`;
  }
  if (target?.kind !== "http") return "the integration";
  const { origin, host, plan } = target;
  // Without the query, which may hold a token.
  const path = calledPath.split("?", 1)[0];
  const called = plan.method === "ANY" ? method : plan.method;
  const handsOn = target.path.some((part) => typeof part === "number") || target.appendsPath;
  const known = handsOn || target.requests?.path !== undefined || !route?.variables.length;
  const note = known ? "" : "; its URI has no path variable";
  return `${called} ${origin.tls ? "https" : "http"}://${host}${path}${note}`;
}
