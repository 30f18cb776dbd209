import type { Api } from "./plan-table.ts";
import type { Route, Stage } from "./stage.ts";

/** A stage, and what is left of the path for its routes. */
export interface StageChoice {
  readonly stage: Stage;
  /** The path without the stage; starts with a slash. */
  readonly routePath: string;
  /** The path as integrations are told it: a named stage stays in. */
  readonly stagePath: string;
}

/** How `$default` may be written where the stage has to stand in the path. */
const defaultSpellings: readonly string[] = ["-", "$default"];

/**
 * The stage that a path's first segment names, else `$default`. AWS: Stages for HTTP APIs.
 *
 * @param path decoded
 * @param namedByPath whether the first segment may also be a spelling of `$default`
 */
export function chooseStage(api: Api, path: string, namedByPath: boolean): StageChoice | undefined {
  const slash = path.indexOf("/", 1);
  const first = slash < 0 ? path.slice(1) : path.slice(1, slash);
  const rest = slash < 0 ? "/" : path.slice(slash);
  const named = first === "$default" ? undefined : api.stages.get(first);
  if (named) return { stage: named, routePath: rest, stagePath: path };
  const stage = api.stages.get("$default");
  if (!stage) return undefined;
  const routePath = namedByPath && defaultSpellings.includes(first) ? rest : path;
  return { stage, routePath, stagePath: routePath };
}

/** The route that a path leads to. */
export function findRoute(
  api: Api,
  path: string,
  method: string,
  namedByPath: boolean,
): Route | undefined {
  const choice = chooseStage(api, path, namedByPath);
  return choice?.stage.router.find(method, choice.routePath, []);
}

/**
 * Whether taking one route instead of the other would get around the other's guard. Such a request
 * is refused: the backend behind both may not see the difference that the gateway sees.
 */
export function evades(taken: Route, plain: Route): boolean {
  const guard = plain.plan.authorizer;
  if (!guard) return false;
  const other = taken.plan.authorizer;
  return other?.authorizerId !== guard.authorizerId || taken.scopeText !== plain.scopeText;
}
