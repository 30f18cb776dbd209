import type {
  CorsPlan,
  IntegrationPlan,
  JwtAuthorizerPlan,
  RoutePlan,
  StagePlan,
} from "../gateway/plan.ts";
import { groupOf } from "./domain/access-log.ts";
import type { Api } from "./domain/api.ts";
import { type Authorizer, parseIdentitySource } from "./domain/authorizer.ts";
import type { Cors } from "./domain/cors.ts";
import { changesSince, type Snapshot } from "./domain/deployment.ts";
import type { Integration } from "./domain/integration.ts";
import { functionArnOf, pathVariablesOf } from "./domain/integration-uri.ts";
import { parseRequestMapping, parseResponseMapping } from "./domain/mapping.ts";
import { badRequest } from "./domain/refusal.ts";
import type { Route } from "./domain/route.ts";
import { parseRouteKey } from "./domain/route-key.ts";
import { throttleFor } from "./domain/route-settings.ts";
import type { Stage } from "./domain/stage.ts";
import { resolveVariables } from "./domain/stage-variables.ts";

type Variables = Readonly<Record<string, string>>;

/**
 * What the gateway serves a stage by. A stage without a deployment has no routes: it answers 404,
 * and its trace can say why.
 *
 * @param live the parts of the API as they are now, deployed or not
 * @throws Fault as `compileRoutes` does
 */
export function compileStage(
  api: Api,
  stage: Stage,
  snapshot: Snapshot | undefined,
  live: Snapshot,
): StagePlan {
  const compiled = snapshot ? compileRoutes(snapshot, stage.variables) : [];
  const routes = compiled.map((route) => withThrottle(route, stage));
  const deployed = new Set(routes.map(({ routeKey }) => routeKey));
  const routeKeys = live.routes.map(({ routeKey }) => routeKey);
  const changed = snapshot ? changesSince(snapshot, live) : [];
  return {
    apiId: api.apiId,
    account: api.account,
    region: api.region,
    stage: stage.stageName,
    deploymentId: snapshot ? (stage.deploymentId ?? "") : "",
    variables: stage.variables,
    ...compileAccessLog(stage),
    ...(snapshot?.cors && { cors: compileCors(snapshot.cors) }),
    routes,
    undeployed: routeKeys.filter((routeKey) => !deployed.has(routeKey)),
    ...(changed.length > 0 && { changed }),
  };
}

/**
 * Compiles every route of a snapshot. Whatever the gateway could not serve exactly as it is
 * written makes the whole of it fail: a route that is left out, or left without its authorizer,
 * would open what should be guarded.
 *
 * @throws Fault naming the part that cannot be served
 */
export function compileRoutes(snapshot: Snapshot, variables: Variables): RoutePlan[] {
  const integrations = new Map(snapshot.integrations.map((part) => [part.integrationId, part]));
  const authorizers = new Map(snapshot.authorizers.map((part) => [part.authorizerId, part]));
  return snapshot.routes.map((route) => {
    const integration = integrations.get(route.integrationId ?? "");
    if (!integration) throw noIntegration(route);
    const authorizer = authorizerOf(route, authorizers);
    return {
      routeId: route.routeId,
      routeKey: route.routeKey,
      ...(authorizer && { authorizer }),
      scopes: route.authorizationScopes ?? [],
      integration: compileIntegration(route, integration, variables),
    };
  });
}

function compileAccessLog({ accessLog }: Stage): Pick<StagePlan, "accessLog"> {
  if (!accessLog) return {};
  const group = groupOf(accessLog.destinationArn);
  return group === undefined ? {} : { accessLog: { group, format: accessLog.format } };
}

/** Limits are the stage's, not the deployment's: a change of them works at once. */
function withThrottle(route: RoutePlan, stage: Stage): RoutePlan {
  const { defaultRouteSettings, routeSettings } = stage;
  const throttle = throttleFor(route.routeKey, defaultRouteSettings, routeSettings);
  return throttle ? { ...route, throttle } : route;
}

function authorizerOf(
  route: Route,
  authorizers: ReadonlyMap<string, Authorizer>,
): JwtAuthorizerPlan | undefined {
  if (route.authorizationType === "NONE") return undefined;
  const authorizer = authorizers.get(route.authorizerId ?? "");
  if (route.authorizationType !== "JWT" || !authorizer) throw noAuthorizer(route);
  return {
    kind: "jwt",
    authorizerId: authorizer.authorizerId,
    name: authorizer.name,
    identitySource: parseIdentitySource(authorizer.identitySource),
    issuer: authorizer.issuer,
    audience: authorizer.audience,
  };
}

function compileIntegration(
  route: Route,
  integration: Integration,
  variables: Variables,
): IntegrationPlan {
  const { integrationId, integrationUri, credentialsArn } = integration;
  const timeoutMs = integration.timeoutInMillis;
  const known = parseRouteKey(route.routeKey).variables;
  const mapping = compileMapping(route, integration, known);
  if (integration.integrationType === "AWS_PROXY") {
    return {
      kind: "function",
      integrationId,
      functionArn: functionArnOf(integrationUri, variables),
      ...(credentialsArn && { credentialsArn: resolveVariables(credentialsArn, variables) }),
      payloadFormat: integration.payloadFormatVersion,
      timeoutMs,
      ...mapping,
    };
  }
  if (integration.integrationType !== "HTTP_PROXY") throw unknownIntegration(route, integration);
  const missing = pathVariablesOf(integrationUri).find((name) => !known.includes(name));
  if (missing !== undefined) {
    throw noPathVariable(route, "integrationUri", integrationUri, missing);
  }
  const method = integration.integrationMethod;
  return { kind: "http", integrationId, method, uri: integrationUri, timeoutMs, ...mapping };
}

function compileMapping(
  route: Route,
  { requestParameters, responseParameters }: Integration,
  known: readonly string[],
): Pick<IntegrationPlan, "requestMapping" | "responseMapping"> {
  const rules = parseRequestMapping(requestParameters ?? {});
  for (const piece of rules.flatMap(({ value }) => value)) {
    if (piece.from !== "path-variable" || known.includes(piece.name)) continue;
    throw noPathVariable(route, "requestParameters", `$request.path.${piece.name}`, piece.name);
  }
  return {
    ...(rules.length > 0 && { requestMapping: rules }),
    ...(responseParameters && { responseMapping: parseResponseMapping(responseParameters) }),
  };
}

function compileCors(cors: Cors): CorsPlan {
  return {
    allowOrigins: cors.allowOrigins ?? [],
    allowMethods: cors.allowMethods ?? [],
    allowHeaders: cors.allowHeaders ?? [],
    exposeHeaders: cors.exposeHeaders ?? [],
    allowCredentials: cors.allowCredentials ?? false,
    ...(cors.maxAge !== undefined && { maxAgeSeconds: cors.maxAge }),
  };
}

function noIntegration({ routeKey, integrationId = "none" }: Route) {
  return undeployable(`route ${routeKey} has no integration`, {
    check: "target",
    expected: "an integration for every route",
    received: integrationId,
    change: `set the target of ${routeKey} to integrations/ and an integration's id, or delete it`,
  });
}

function noAuthorizer({ routeKey, authorizationType, authorizerId = "none" }: Route) {
  return undeployable(`route ${routeKey} has no authorizer that can be served`, {
    check: "authorizer",
    expected: "a JWT authorizer of this API",
    received: `authorizationType ${authorizationType}, authorizer ${authorizerId}`,
    change: `give ${routeKey} a JWT authorizer`,
  });
}

function unknownIntegration({ routeKey }: Route, { integrationType }: { integrationType: string }) {
  return undeployable(`route ${routeKey} has an integration that cannot be served`, {
    check: "integrationType",
    expected: "AWS_PROXY or HTTP_PROXY",
    received: integrationType,
    change: `give ${routeKey} an integration of a supported type`,
  });
}

function noPathVariable({ routeKey }: Route, check: string, received: string, name: string) {
  return undeployable(`the integration of route ${routeKey} asks for {${name}}`, {
    check,
    expected: `only variables that the path of ${routeKey} has`,
    received,
    change: `put {${name}} into the route's path, or take it out of the integration`,
  });
}

function undeployable(problem: string, reason: Parameters<typeof badRequest>[1]) {
  return badRequest(`Unable to deploy API because ${problem}`, reason);
}
