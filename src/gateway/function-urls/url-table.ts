import type { FunctionUrlAuthType } from "../../foundation/invoke.ts";
import type { CorsPlan, RoutePlan, StagePlan } from "../plan.ts";
import type { Api } from "../plan-table.ts";
import { compileStage } from "../stage.ts";

/** A function's URL as it is configured. */
export interface FunctionUrl {
  readonly urlId: string;
  /** With the alias, where it is one's. */
  readonly functionArn: string;
  readonly account: string;
  readonly region: string;
  readonly authType: FunctionUrlAuthType;
  readonly cors?: UrlCors;
  readonly timeoutMs: number;
}

interface UrlCors {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  /** Seconds. */
  readonly MaxAge?: number | undefined;
}

/** Finds a URL; the same object as long as nothing changed. */
export type FindFunctionUrl = (
  urlId: string,
) => FunctionUrl | undefined | Promise<FunctionUrl | undefined>;

/** The URLs of functions as requests meet them: like APIs with one stage that has one route. */
export class FunctionUrlTable {
  readonly #find: FindFunctionUrl;
  readonly #compiled = new WeakMap<FunctionUrl, Api>();

  constructor(find: FindFunctionUrl) {
    this.#find = find;
  }

  /** Undefined when there is no such URL; a promise only when it was not known yet. */
  api(urlId: string): Api | undefined | Promise<Api | undefined> {
    const found = this.#find(urlId);
    if (found instanceof Promise) return found.then((url) => url && this.#apiOf(url));
    return found && this.#apiOf(found);
  }

  #apiOf(url: FunctionUrl): Api {
    const known = this.#compiled.get(url);
    if (known) return known;
    const stage = compileStage(planOf(url));
    const api = { id: url.urlId, stages: new Map([[stage.name, stage]]) };
    this.#compiled.set(url, api);
    return api;
  }
}

function planOf({ urlId, functionArn, account, region, authType, ...url }: FunctionUrl): StagePlan {
  const route: RoutePlan = {
    routeId: urlId,
    routeKey: "$default",
    scopes: [],
    integration: {
      kind: "function",
      integrationId: urlId,
      functionArn,
      payloadFormat: "2.0",
      timeoutMs: url.timeoutMs,
    },
  };
  return {
    ...{ apiId: urlId, account, region, stage: "$default", deploymentId: "", variables: {} },
    ...(url.cors && { cors: corsOf(url.cors) }),
    functionUrl: { authType, functionArn },
    routes: [route],
  };
}

function corsOf(cors: UrlCors): CorsPlan {
  return {
    allowOrigins: cors.AllowOrigins ?? [],
    allowMethods: cors.AllowMethods ?? [],
    allowHeaders: cors.AllowHeaders ?? [],
    exposeHeaders: cors.ExposeHeaders ?? [],
    allowCredentials: cors.AllowCredentials ?? false,
    ...(cors.MaxAge !== undefined && { maxAgeSeconds: cors.MaxAge }),
  };
}
