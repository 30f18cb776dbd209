import { breakOff, refuse, writeHead } from "./answers.ts";
import { authorizeByJwt } from "./authorizers/jwt.ts";
import type { Call } from "./call.ts";
import type { Preflight } from "./decision.ts";
import { authorizeUrlCall } from "./function-urls/authorize.ts";
import { locateUrl } from "./function-urls/locate.ts";
import { callFunction } from "./integrations/function.ts";
import { callHttp } from "./integrations/http.ts";
import { bodyBytesMax, headBytesMax } from "./limits.ts";
import { pathOf, readPath } from "./path.ts";
import { chooseStage, evades, findRoute } from "./selection.ts";

/** Whether to take the next step, or that the answer is given, or that it will go on later. */
type Outcome = "next" | "answered" | "waiting";

/** The order of a request. The integration, which is the last step, writes the response. */
const steps: readonly ((call: Call) => Outcome)[] = [
  limitHead,
  locateApi,
  decodePath,
  locateStage,
  locateRoute,
  answerPreflight,
  authorize,
  throttle,
  limitBody,
  integrate,
];

/** Takes a call through the steps, from where it is. Never throws. */
export function proceed(call: Call): void {
  try {
    while (call.step < steps.length) {
      const step = steps[call.step++];
      if (step?.(call) !== "next") return;
    }
  } catch (error) {
    breakOff(call, error);
  }
}

/** Goes on behind a step that had to wait, if what it waited for lets the call on. */
function resume(call: Call, decide: () => Outcome): void {
  try {
    if (call.response.destroyed || decide() !== "next") return;
  } catch (error) {
    breakOff(call, error);
    return;
  }
  proceed(call);
}

function limitHead(call: Call): Outcome {
  const { bytes, ambiguous } = call.head;
  if (bytes > headBytesMax) {
    refuse(call, 431, { kind: "head-too-large", bytes, bytesMax: headBytesMax });
    return "answered";
  }
  if (!ambiguous) return "next";
  refuse(call, 400, { kind: "ambiguous-head" }, ["connection", "close"]);
  return "answered";
}

function locateApi(call: Call): Outcome {
  const { decision, shared } = call;
  if (decision.kind === "function-url") {
    return locateUrl(call, (decide) => resume(call, decide));
  }
  decision.api = shared.plans.api(decision.apiId);
  if (decision.api) return "next";
  refuse(call, 404, { kind: "unknown-api", apiIds: shared.plans.apiIds() });
  return "answered";
}

function decodePath(call: Call): Outcome {
  const { decision } = call;
  const path = readPath(decision.url);
  if ("problem" in path) {
    refuse(call, 400, { kind: "bad-path", detail: path.problem });
    return "answered";
  }
  decision.path = path;
  return "next";
}

function locateStage(call: Call): Outcome {
  const { decision } = call;
  const { api, path } = decision;
  const found = api && path && chooseStage(api, path.decoded, call.namedByPath);
  if (!found) {
    refuse(call, 404, { kind: "unknown-stage" });
    return "answered";
  }
  decision.stage = found.stage;
  decision.routePath = found.routePath;
  decision.stagePath = decision.kind === "api" ? found.stagePath : pathOf(decision.url);
  found.stage.accessLog?.follow(call);
  return "next";
}

/** Whether there is no route is decided behind the preflight, which may need none. */
function locateRoute(call: Call): Outcome {
  const { decision } = call;
  const values: string[] = [];
  decision.route = decision.stage?.router.find(decision.method, decision.routePath, values);
  decision.values = values;
  return "next";
}

/**
 * Answers a preflight by itself when CORS is configured and no route takes OPTIONS there, or only
 * an open `$default` would. A `$default` with an authorizer takes it, as AWS documents.
 */
function answerPreflight(call: Call): Outcome {
  const { decision, head } = call;
  const { stage, route } = decision;
  const asks = decision.method === "OPTIONS" && head.origin !== "";
  const asked = asks ? readPreflight(call) : undefined;
  if (!asked || !stage?.cors) return route ? "next" : refuseRoute(call);
  const openDefault = route?.plan.routeKey === "$default" && !route.plan.authorizer;
  if (route && !openDefault) return "next";
  decision.route = undefined;
  decision.preflight = { ...asked, answered: true };
  writeHead(call, 204, [...stage.cors.preflightHeaders(head.origin)]);
  call.response.end();
  return "answered";
}

/** Keeps what a preflight asks; undefined when the request is none. */
function readPreflight({ request, decision }: Call): Preflight | undefined {
  const method = request.headers["access-control-request-method"];
  if (method === undefined) return undefined;
  const headers = request.headers["access-control-request-headers"] ?? "";
  decision.preflight = { method, headers, answered: false };
  return decision.preflight;
}

function refuseRoute(call: Call): Outcome {
  refuse(call, 404, { kind: "unknown-route" });
  return "answered";
}

function authorize(call: Call): Outcome {
  const { route, stage } = call.decision;
  if (!route || !stage) return refuseRoute(call);
  if (stage.plan.functionUrl) {
    return authorizeUrlCall(call, stage, (decide) => resume(call, decide));
  }
  const guarded = call.decision.path?.plainer === undefined ? undefined : guardedRoute(call);
  if (guarded) {
    refuse(call, 404, { kind: "evasive-path", guarded });
    return "answered";
  }
  const { authorizer } = route.plan;
  if (!authorizer) return "next";
  if (authorizer.kind === "jwt") {
    return authorizeByJwt(call, route, authorizer, (decide) => resume(call, decide));
  }
  // No plan has another kind; if one had, its route must not stand open.
  refuse(call, 500, { kind: "unsupported-authorizer" });
  return "answered";
}

/** The route with another guard that a lenient backend might take this path for. */
function guardedRoute(call: Call) {
  const { api, path, method, route } = call.decision;
  if (!api || !path?.plainer || !route) return undefined;
  const plain = findRoute(api, path.plainer, method, call.namedByPath);
  return plain && evades(route, plain) ? plain : undefined;
}

/** Behind the authorizer, so that nobody uses up a route that they may not call. */
function throttle(call: Call): Outcome {
  const bucket = call.decision.route?.throttle;
  if (!bucket || bucket.take(call.shared.clock.now())) return "next";
  refuse(call, 429, { kind: "throttled", limit: bucket.plan, waitMs: bucket.waitMs });
  return "answered";
}

function limitBody(call: Call): Outcome {
  if (call.head.contentLength <= bodyBytesMax) return "next";
  const problem = { kind: "body-too-large", bytesMax: bodyBytesMax } as const;
  refuse(call, 413, problem, ["connection", "close"]);
  return "answered";
}

function integrate(call: Call): Outcome {
  const { route, stage } = call.decision;
  if (!route || !stage) return refuseRoute(call);
  const { target } = route;
  call.decision.calledAt = call.shared.clock.now();
  if (target.kind === "http") callHttp(call, target);
  else if (target.kind === "function") callFunction(call, stage, route, target);
  else {
    const change = "change the integration, then deploy";
    refuse(call, 500, { kind: "integration", detail: target.problem, change });
  }
  return "waiting";
}
