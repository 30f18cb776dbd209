import type { Api } from "./api.ts";
import { type Integration, newIntegration } from "./integration.ts";
import { conflict, invalid } from "./refusal.ts";
import { newRoute, type Route } from "./route.ts";
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
  const toFunction = Target.startsWith("arn:");
  const integration = newIntegration(
    { apiId, integrationId: ids.integrationId },
    {
      IntegrationType: toFunction ? "AWS_PROXY" : "HTTP_PROXY",
      IntegrationUri: Target,
      PayloadFormatVersion: toFunction ? "2.0" : "1.0",
      CredentialsArn,
      ...(!toFunction && { IntegrationMethod: "ANY" }),
    },
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

function noTarget(member: string, value: string) {
  return invalid(member, value, "none where there is no target", "give the API a target too");
}
