import {
  badRequest,
  checkRange,
  checkRanges,
  invalid,
  notServed,
  refuseUnserved,
} from "./refusal.ts";
import { parseRouteKey } from "./route-key.ts";

/** A route of an HTTP API: which requests, who may, and where to. */
export interface Route {
  readonly apiId: string;
  readonly routeId: string;
  readonly routeKey: string;
  readonly authorizationType: "NONE" | "JWT";
  /** There when the type is JWT. */
  readonly authorizerId?: string;
  readonly authorizationScopes?: readonly string[];
  readonly operationName?: string;
  /** Where `target` points; a route without one cannot be deployed. */
  readonly integrationId?: string;
  /** Whether it was made with its API, so that its key stays. */
  readonly managed?: boolean;
}

/** A route as clients write it, whole or in part. */
export interface RouteSettings {
  RouteKey?: string | undefined;
  AuthorizationType?: string | undefined;
  AuthorizerId?: string | undefined;
  AuthorizationScopes?: readonly string[] | undefined;
  OperationName?: string | undefined;
  Target?: string | undefined;
  ApiKeyRequired?: boolean | undefined;
  ModelSelectionExpression?: string | undefined;
  RequestModels?: object | undefined;
  RequestParameters?: object | undefined;
  RouteResponseSelectionExpression?: string | undefined;
}

const webSocketOnly = "leave it out: only WebSocket APIs have it";
const scopesMax = 10;

/** A route made of settings. Whether what it names exists is for the caller to find out. */
export function newRoute(
  ids: Pick<Route, "apiId" | "routeId">,
  settings: RouteSettings & { RouteKey: string },
): Route {
  const { RouteKey } = settings;
  return mergeRoute({ ...ids, routeKey: RouteKey, authorizationType: "NONE" }, settings);
}

/**
 * The route with the settings that are given; absent ones stay as they are.
 *
 * @throws Fault when a setting is wrong, or is one that the gateway does not serve
 */
export function mergeRoute(current: Route, settings: RouteSettings): Route {
  refuseUnserved(settings, {
    ApiKeyRequired: "guard the route with a JWT authorizer: HTTP APIs have no API keys",
    ModelSelectionExpression: webSocketOnly,
    RequestModels: webSocketOnly,
    RequestParameters: webSocketOnly,
    RouteResponseSelectionExpression: webSocketOnly,
  });
  checkRanges(settings, { OperationName: [1, 64], AuthorizationScopes: [0, scopesMax] });
  for (const scope of settings.AuthorizationScopes ?? []) checkScope(scope);
  const { RouteKey = current.routeKey, OperationName = current.operationName } = settings;
  parseRouteKey(RouteKey);
  const integrationId = targetOf(settings.Target) ?? current.integrationId;
  return {
    apiId: current.apiId,
    routeId: current.routeId,
    routeKey: RouteKey,
    ...authorizationOf(current, settings),
    ...(OperationName !== undefined && { operationName: OperationName }),
    ...(integrationId !== undefined && { integrationId }),
    ...(current.managed && { managed: true }),
  };
}

type Authorization = Pick<Route, "authorizationType" | "authorizerId" | "authorizationScopes">;

function authorizationOf(current: Route, settings: RouteSettings): Authorization {
  // AWS asks for the type beside an authorizer even where the route has that type already:
  // github.com/hashicorp/terraform-provider-aws/pull/35821.
  const before = settings.AuthorizerId ? "NONE" : current.authorizationType;
  const type = settings.AuthorizationType ?? before;
  if (type === "NONE") return openTo(settings);
  if (type !== "JWT") {
    throw notServed("authorizationType", type, "use a JWT authorizer, or NONE for an open route");
  }
  const authorizerId = settings.AuthorizerId ?? current.authorizerId;
  const scopes = settings.AuthorizationScopes ?? current.authorizationScopes;
  return {
    authorizationType: "JWT",
    ...(authorizerId && { authorizerId }),
    ...(scopes && { authorizationScopes: scopes }),
  };
}

/** Going back to NONE lets go of the authorizer; naming one at the same time is a mistake. */
function openTo({ AuthorizerId, AuthorizationScopes }: RouteSettings): Authorization {
  if (!AuthorizerId && !AuthorizationScopes?.length) return { authorizationType: "NONE" };
  throw badRequest("Unable to update route. Authorizer type is invalid or null", {
    check: "authorizationType",
    expected: "JWT, where an authorizer or scopes are given",
    received: "NONE, or no authorizationType",
    change: "set authorizationType to JWT, or leave authorizerId and authorizationScopes out",
  });
}

function checkScope(scope: string): void {
  checkRange("authorizationScopes", scope, [1, 64]);
  if (/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope)) return;
  const expected = "characters that a scope may have (RFC 6749, section 3.3)";
  throw invalid("authorizationScopes", scope, expected, "list scopes one by one, without spaces");
}

function targetOf(target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  const [, integrationId] = /^integrations\/([a-z0-9]+)$/.exec(target) ?? [];
  if (integrationId) return integrationId;
  const change = "create the integration first and put its id behind integrations/";
  throw invalid("target", target, "integrations/ and the id of an integration", change);
}
