import { AccessLog } from "./access-log.ts";
import { type Cors, compileCors } from "./cors.ts";
import { type HttpTarget, readHttpTarget } from "./integrations/http-target.ts";
import { compileRequestMapping, type RequestMapping } from "./mapping/request-mapping.ts";
import { compileResponseMappings, type ResponseMapping } from "./mapping/response-mapping.ts";
import { plainHeaderText } from "./mapping/value.ts";
import type { FunctionIntegrationPlan, RoutePlan, StagePlan } from "./plan.ts";
import { Router, variableNames } from "./router.ts";
import { compileThrottles, type Throttle } from "./throttle.ts";

/** A stage as requests meet it: its plan, with everything read that can be read beforehand. */
export interface Stage {
  readonly plan: StagePlan;
  readonly name: string;
  readonly router: Router<Route>;
  readonly cors: Cors | undefined;
  readonly accessLog: AccessLog | undefined;
  /** By route key. */
  readonly throttles: ReadonlyMap<string, Throttle>;
}

export interface Route {
  readonly plan: RoutePlan;
  /** Names of its path variables, in order; the greedy one without its `+`. */
  readonly variables: readonly string[];
  /** Joined with spaces, as `www-authenticate` tells them. */
  readonly scopeText: string;
  readonly target: FunctionTarget | HttpTarget | BrokenTarget;
  readonly throttle: Throttle | undefined;
}

export interface FunctionTarget {
  readonly kind: "function";
  readonly plan: FunctionIntegrationPlan;
  readonly functionArn: string;
  readonly requests: RequestMapping | undefined;
  /** By the status code of its answer. */
  readonly responses: ReadonlyMap<number, ResponseMapping> | undefined;
}

/** An integration that cannot be called; the route answers 500, and stays guarded. */
export interface BrokenTarget {
  readonly kind: "broken";
  readonly problem: string;
}

/**
 * @param before the same stage as it was served until now
 * @throws Error when a route key cannot be read
 */
export function compileStage(plan: StagePlan, before?: Stage): Stage {
  const throttles = compileThrottles(plan.routes, before?.throttles);
  const routes = plan.routes.map((route) => {
    const throttle = throttles.get(route.routeKey);
    return [route.routeKey, { ...compileRoute(route, plan.variables), throttle }] as const;
  });
  return {
    plan,
    name: plan.stage,
    router: new Router(routes),
    cors: plan.cors && compileCors(plan.cors),
    accessLog: plan.accessLog && new AccessLog(plan, plan.accessLog),
    throttles,
  };
}

function compileRoute(plan: RoutePlan, stageVariables: StagePlan["variables"]) {
  const variables = variableNames(plan.routeKey);
  return {
    plan,
    variables,
    scopeText: plan.scopes.join(" ").replace(/[^\x20-\x7e]|["\\]/g, ""),
    target: readTarget(plan, variables, stageVariables),
  };
}

function readTarget(
  { integration, routeKey }: RoutePlan,
  variables: readonly string[],
  stageVariables: StagePlan["variables"],
): Route["target"] {
  try {
    if (integration.kind === "http") {
      const uri = withStageVariables(integration.uri, stageVariables);
      return readHttpTarget(integration, uri, routeKey, variables, stageVariables);
    }
    const functionArn = withStageVariables(integration.functionArn, stageVariables);
    return readFunctionTarget(integration, functionArn, variables, stageVariables);
  } catch (error) {
    return { kind: "broken", problem: error instanceof Error ? error.message : String(error) };
  }
}

function readFunctionTarget(
  plan: FunctionIntegrationPlan,
  functionArn: string,
  pathVariables: readonly string[],
  stageVariables: StagePlan["variables"],
): FunctionTarget {
  const { requestMapping, responseMapping } = plan;
  const names = { pathVariables, stageVariables };
  return {
    kind: "function",
    plan,
    functionArn,
    requests: requestMapping && compileRequestMapping(requestMapping, names, plainHeaderText),
    responses: responseMapping && compileResponseMappings(responseMapping, names),
  };
}

function withStageVariables(text: string, variables: StagePlan["variables"]): string {
  return text.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) throw new Error(`the stage has no variable ${name}`);
    return value;
  });
}
