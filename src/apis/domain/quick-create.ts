import type { Api } from "./api.ts";
import {
  type Integration,
  type IntegrationSettings,
  mergeIntegration,
  newIntegration,
} from "./integration.ts";
import { conflict, invalid } from "./refusal.ts";
import { mergeRoute, newRoute, type Route } from "./route.ts";
import { newStage, type Stage } from "./stage.ts";

/** What leads to a target from the moment that an API is made. */
export interface QuickParts {
  readonly integration: Integration;
  readonly route: Route;
  readonly stage: Stage;
}

/** The settings of an API that make its parts as well. */
export interface QuickSettings {
  Target?: string | undefined;
  RouteKey?: string | undefined;
  CredentialsArn?: string | undefined;
}

/**
 * The parts of an API that is made with a target: a function's ARN, or the URL of a backend. They
 * are managed by API Gateway, which limits what may be done to them. AWS: quick create.
 *
 * @returns undefined where no target is given
 * @throws Fault when a setting is wrong
 */
export function quickParts(
  { apiId, createdAt }: Api,
  ids: { readonly integrationId: string; readonly routeId: string },
  { Target, RouteKey, CredentialsArn }: QuickSettings,
): QuickParts | undefined {
  if (Target === undefined) {
    if (RouteKey !== undefined) throw noTarget("routeKey", RouteKey);
    if (CredentialsArn !== undefined) throw noTarget("credentialsArn", CredentialsArn);
    return undefined;
  }
  const integration = newIntegration(
    { apiId, integrationId: ids.integrationId },
    { ...settingsFor(Target), CredentialsArn },
  );
  const route = newRoute(
    { apiId, routeId: ids.routeId },
    { RouteKey: RouteKey ?? "$default", Target: `integrations/${ids.integrationId}` },
  );
  const stage = newStage(
    { apiId, stageName: "$default", createdAt, tags: {} },
    { AutoDeploy: true },
  );
  return {
    integration: { ...integration, managed: true },
    route: { ...route, managed: true },
    stage: { ...stage, managed: true },
  };
}

/** The parts that an API was made with, as far as it was, and they are still there. */
export interface ManagedParts {
  readonly integration?: Integration | undefined;
  readonly route?: Route | undefined;
}

/**
 * The parts that the settings change, as they become. A target of the same kind keeps the other
 * settings of the integration; one of the other kind begins anew with those that kinds differ in.
 *
 * @throws Fault when a setting is wrong, or the part that it is for was not made with the API
 */
export function mergeQuick(
  { integration, route }: ManagedParts,
  { Target, RouteKey, CredentialsArn }: QuickSettings,
): ManagedParts {
  if (!integration) refuseGiven("integration", { target: Target, credentialsArn: CredentialsArn });
  if (!route) refuseGiven("route", { routeKey: RouteKey });
  const changes = {
    ...(integration && Target !== undefined && changesTo(Target, integration)),
    ...(CredentialsArn !== undefined && { CredentialsArn }),
  };
  return {
    ...(integration &&
      Object.keys(changes).length > 0 && { integration: mergeIntegration(integration, changes) }),
    ...(route && RouteKey !== undefined && { route: mergeRoute(route, { RouteKey }) }),
  };
}

function changesTo(target: string, { integrationType }: Integration): IntegrationSettings {
  const settings = settingsFor(target);
  if (settings.IntegrationType === integrationType) return { IntegrationUri: target };
  // A backend sees no credentials.
  return { ...settings, ...(integrationType === "AWS_PROXY" && { CredentialsArn: "" }) };
}

function settingsFor(target: string): IntegrationSettings {
  const toFunction = target.startsWith("arn:");
  return {
    IntegrationType: toFunction ? "AWS_PROXY" : "HTTP_PROXY",
    IntegrationUri: target,
    IntegrationMethod: toFunction ? "POST" : "ANY",
    PayloadFormatVersion: toFunction ? "2.0" : "1.0",
  };
}

/** @throws Fault for what may not be done to a part because API Gateway manages it */
export function refuseManaged(part: { readonly managed?: boolean }, what: string): void {
  if (!part.managed) return;
  throw conflict(`${what} because it is managed by API Gateway`, {
    check: "apiGatewayManaged",
    expected: "a part that was made by its own operation",
    received: "one that was made with the API, by quick create",
    change: "make the API without a target, and its parts by their own operations",
  });
}

function refuseGiven(
  part: "integration" | "route",
  settings: Readonly<Record<string, string | undefined>>,
): void {
  for (const [member, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    const expected = `none, as the API has no ${part} that quick create made`;
    throw invalid(member, value, expected, `update the ${part} by its own operation`);
  }
}

function noTarget(member: string, value: string) {
  return invalid(member, value, "none where there is no target", "give the API a target too");
}
