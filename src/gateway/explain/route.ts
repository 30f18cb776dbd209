import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { pathOf } from "../path.ts";
import type { Api } from "../plan-table.ts";
import { Router } from "../router.ts";
import { findRoute } from "../selection.ts";
import type { Stage } from "../stage.ts";
import { noted, passed, quote, quoteAll, refusedStep } from "./wording.ts";

/** Whether the request's head and body were small enough, and could be read in one way only. */
export function sizeSteps({ problem }: Decision): Step[] {
  switch (problem?.kind) {
    case "head-too-large":
      return [
        refusedStep("the request's head is too large", {
          check: "size",
          expected: `request line and headers of at most ${problem.bytesMax} bytes`,
          received: `${problem.bytes} bytes`,
          change: "send fewer or shorter headers; large cookies and tokens are the usual cause",
        }),
      ];
    case "ambiguous-head":
      return [
        refusedStep("two readers could understand the request in two ways", {
          check: "framing",
          expected: "one Host, and one Content-Length or Transfer-Encoding: chunked",
          received: "several, or both",
          change: "send the request by an HTTP client that frames it in one way",
        }),
      ];
    default:
      return [];
  }
}

/** Which API. */
export function apiSteps({ apiId, problem }: Decision): Step[] {
  if (problem?.kind !== "unknown-api") return [];
  return [
    refusedStep(`there is no API ${apiId} with a deployed stage`, {
      check: "api",
      expected: `one of the APIs that are deployed here: ${quoteAll(problem.apiIds)}`,
      received: quote(apiId),
      change: "take the API's id from its endpoint, or deploy it to a stage",
    }),
  ];
}

/** Whether the path could be read. */
export function pathSteps({ kind, problem, url, path }: Decision): Step[] {
  if (problem?.kind === "bad-path") {
    return [
      refusedStep("the path cannot be read", {
        check: "path",
        expected: "a path in UTF-8, percent-encoded, without dot segments",
        received: problem.detail,
        change: "encode the path as RFC 3986 says, and resolve `.` and `..` before sending it",
      }),
    ];
  }
  const sent = pathOf(url);
  if (!path || path.decoded === sent || kind === "function-url") return [];
  return [passed("path", `${quote(sent)} was decoded to ${quote(path.decoded)}`)];
}

export function stageSteps({ api, problem, stage, path, routePath, ...rest }: Decision): Step[] {
  if (stage) {
    const named = stage.name === "$default" ? "" : "; integrations see the path with the stage";
    const detail = `${stage.name}, deployment ${stage.plan.deploymentId}: routes are looked up for`;
    return [passed("stage", `${detail} ${quote(routePath)}${named}`), ...changedSteps(stage)];
  }
  if (problem?.kind !== "unknown-stage" || !api) return [];
  const names = [...api.stages.keys()];
  const sent = path?.decoded ?? "";
  const better = names.find((name) => matches(api, name, rest.method, sent));
  const example = `/${better ?? names[0] ?? "STAGE"}${sent === "/" ? "" : sent}`;
  return [
    refusedStep("the path names no stage, and there is no $default stage", {
      check: "stage",
      expected: `a path that starts with a stage of this API: ${quoteAll(names)}`,
      received: quote(sent),
      change:
        names.length === 0
          ? "deploy the API to a stage"
          : `put the stage in front of the path: ${quote(example)}`,
    }),
  ];
}

/** Why a change of the API seems to have no effect. */
function changedSteps({ name, plan }: Stage): Step[] {
  const { changed = [], deploymentId } = plan;
  if (changed.length === 0) return [];
  const more = changed.length > changedMax ? ` and ${changed.length - changedMax} more` : "";
  const what = changed.slice(0, changedMax).join(", ") + more;
  const detail =
    `since deployment ${deploymentId} the API was changed, which stage ${name} does not serve ` +
    `yet: ${what}; deploy it, or turn autoDeploy on`;
  return [noted("stage", detail)];
}

const changedMax = 5;

export function routeSteps(decision: Decision): Step[] {
  const { problem, route, stage, method, routePath } = decision;
  if (problem?.kind === "evasive-path") {
    const guarded = problem.guarded.plan.routeKey;
    return [
      refusedStep(`the path is an odd spelling of the guarded route ${guarded}`, {
        check: "path",
        expected: `${quote(decision.path?.plainer)}, which leads to ${guarded}`,
        received: `${quote(routePath)}, which would lead to ${route?.plan.routeKey}`,
        change:
          "spell the path without empty segments, backslashes and `;`, and without a slash " +
          "at its end",
      }),
    ];
  }
  if (route) {
    const chosen = passed("route", `${route.plan.routeKey} (${route.plan.routeId})`);
    return [chosen, ...emptyGreedySteps(decision)];
  }
  if (problem?.kind !== "unknown-route" || !stage) return [];
  return [
    refusedStep(`no deployed route takes ${method} ${routePath}`, {
      check: "route",
      expected: `one of the routes of stage ${stage.name}: ${nearestRoutes(stage, routePath)}`,
      received: `${method} ${quote(routePath)}`,
      change: adviceFor(decision, stage),
    }),
  ];
}

/** Whether `/{proxy+}` takes `/` at AWS is reported both ways. */
function emptyGreedySteps({ route, routePath }: Decision): Step[] {
  if (routePath !== "/" || !route?.variables.length) return [];
  const detail = `{${route.variables[0]}+} has nothing to stand for, and is handed over empty`;
  const change = "AWS is said to match the path / here, and not to, so add a route for it";
  return [noted("route", `${detail}: ${change}`)];
}

/** The first thing that would have made the request match. */
function adviceFor({ api, method, routePath, path, preflight }: Decision, stage: Stage): string {
  const undeployed = new Router((stage.plan.undeployed ?? []).map((key) => [key, key] as const));
  const waiting = undeployed.find(method, routePath, []);
  if (waiting) {
    const { deploymentId } = stage.plan;
    return (
      `the API has the route ${waiting}, but deployment ${deploymentId} of stage ${stage.name} ` +
      "does not: make a new deployment and update the stage (or turn autoDeploy on)"
    );
  }
  if (preflight) return "configure CORS on the API, or add an OPTIONS route, and deploy";
  const methods = allMethods.filter((other) => routeKeyFor(stage, other, routePath));
  if (methods.length > 0) return `use ${methods.join(" or ")}, or add a route for ${method}`;
  const shorter = routePath.replace(/\/+$/, "") || "/";
  if (shorter !== routePath && routeKeyFor(stage, method, shorter)) {
    return `leave the slash at the end out: HTTP APIs tell ${shorter} from ${routePath}`;
  }
  if (api && path?.plainer && findRoute(api, path.plainer, method, true)) {
    return `spell the path ${quote(path.plainer)}`;
  }
  const below = routeKeyFor(stage, method, `${routePath}/x`);
  if (below?.includes("+}")) return `${below} takes what is below ${routePath}, but not that`;
  const lower = routeKeyFor(stage, method, routePath.toLowerCase());
  if (lower) return `paths tell capitals from small letters: ${lower} would match in small letters`;
  const other = [...(api?.stages.keys() ?? [])].find(
    (name) => name !== stage.name && api && matches(api, name, method, routePath),
  );
  if (other) return `stage ${other} has such a route: put ${quote(`/${other}`)} in front`;
  return "check the path and the method, or add the route and deploy it";
}

const allMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

function matches(api: Api, stageName: string, method: string, path: string): boolean {
  const stage = api.stages.get(stageName);
  return stage !== undefined && routeKeyFor(stage, method, path) !== undefined;
}

function routeKeyFor({ router }: Stage, method: string, path: string): string | undefined {
  return router.find(method, path, [])?.plan.routeKey;
}

/** Those that begin as the path does come first. */
function nearestRoutes({ plan }: Stage, path: string): string {
  const segments = path.split("/");
  const likeness = (routeKey: string) => {
    const own = routeKey.slice(routeKey.indexOf(" ") + 1).split("/");
    const different = own.findIndex((segment, index) => segment !== segments[index]);
    return different < 0 ? own.length : different;
  };
  const keys = plan.routes.map(({ routeKey }) => routeKey);
  const nearest = keys.sort((one, other) => likeness(other) - likeness(one)).slice(0, 5);
  const more = keys.length > nearest.length ? `, and ${keys.length - nearest.length} more` : "";
  return quoteAll(nearest) + more;
}
