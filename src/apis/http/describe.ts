import type * as Sdk from "@aws-sdk/client-apigatewayv2";
import { type Api, apiKeySelection, routeSelection } from "../domain/api.ts";
import type { Authorizer } from "../domain/authorizer.ts";
import type { Cors } from "../domain/cors.ts";
import type { Deployment } from "../domain/deployment.ts";
import type { Integration } from "../domain/integration.ts";
import type { Route } from "../domain/route.ts";
import type { RouteSettings } from "../domain/route-settings.ts";
import type { Stage } from "../domain/stage.ts";

/** An API as clients see it. AWS: API Gateway V2 reference, as all of these. */
export function describeApi(api: Api, apiEndpoint: string) {
  return {
    ApiEndpoint: apiEndpoint,
    ApiId: api.apiId,
    ApiKeySelectionExpression: apiKeySelection,
    ...(api.cors && { CorsConfiguration: describeCors(api.cors) }),
    CreatedDate: wholeSecond(api.createdAt),
    ...(api.description !== undefined && { Description: api.description }),
    DisableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
    IpAddressType: api.ipAddressType,
    Name: api.name,
    ProtocolType: "HTTP",
    RouteSelectionExpression: routeSelection,
    Tags: { ...api.tags },
    ...(api.version !== undefined && { Version: api.version }),
  } satisfies Sdk.Api;
}

function describeCors(cors: Cors): Sdk.Cors {
  return {
    ...(cors.allowCredentials !== undefined && { AllowCredentials: cors.allowCredentials }),
    ...(cors.allowHeaders && { AllowHeaders: [...cors.allowHeaders] }),
    ...(cors.allowMethods && { AllowMethods: [...cors.allowMethods] }),
    ...(cors.allowOrigins && { AllowOrigins: [...cors.allowOrigins] }),
    ...(cors.exposeHeaders && { ExposeHeaders: [...cors.exposeHeaders] }),
    ...(cors.maxAge !== undefined && { MaxAge: cors.maxAge }),
  };
}

/** A route as clients see it. */
export function describeRoute(route: Route) {
  const { authorizationScopes, authorizerId, integrationId, operationName } = route;
  return {
    ...(route.managed && { ApiGatewayManaged: true }),
    ApiKeyRequired: false,
    ...(authorizationScopes && { AuthorizationScopes: [...authorizationScopes] }),
    AuthorizationType: route.authorizationType,
    ...(authorizerId !== undefined && { AuthorizerId: authorizerId }),
    ...(operationName !== undefined && { OperationName: operationName }),
    RouteId: route.routeId,
    RouteKey: route.routeKey,
    ...(integrationId !== undefined && { Target: `integrations/${integrationId}` }),
  } satisfies Sdk.Route;
}

/** An integration as clients see it. */
export function describeIntegration(integration: Integration) {
  const { credentialsArn, description, requestParameters, responseParameters } = integration;
  return {
    ...(integration.managed && { ApiGatewayManaged: true }),
    ConnectionType: "INTERNET",
    ...(credentialsArn !== undefined && { CredentialsArn: credentialsArn }),
    ...(description !== undefined && { Description: description }),
    IntegrationId: integration.integrationId,
    IntegrationMethod: integration.integrationMethod,
    IntegrationType: integration.integrationType,
    IntegrationUri: integration.integrationUri,
    PayloadFormatVersion: integration.payloadFormatVersion,
    ...(requestParameters && { RequestParameters: { ...requestParameters } }),
    ...(responseParameters && { ResponseParameters: structuredClone(responseParameters) }),
    TimeoutInMillis: integration.timeoutInMillis,
  } satisfies Sdk.Integration;
}

/** An authorizer as clients see it. */
export function describeAuthorizer(authorizer: Authorizer) {
  return {
    AuthorizerId: authorizer.authorizerId,
    AuthorizerType: "JWT",
    IdentitySource: [authorizer.identitySource],
    JwtConfiguration: { Audience: [...authorizer.audience], Issuer: authorizer.issuer },
    Name: authorizer.name,
  } satisfies Sdk.Authorizer;
}

/** A stage as clients see it. */
export function describeStage(stage: Stage) {
  const { accessLog, deploymentId, description, lastDeploymentStatusMessage } = stage;
  return {
    ...(accessLog && {
      AccessLogSettings: {
        DestinationArn: accessLog.destinationArn,
        Format: accessLog.format,
      },
    }),
    ...(stage.managed && { ApiGatewayManaged: true }),
    AutoDeploy: stage.autoDeploy,
    CreatedDate: wholeSecond(stage.createdAt),
    DefaultRouteSettings: describeRouteSettings(stage.defaultRouteSettings),
    ...(deploymentId !== undefined && { DeploymentId: deploymentId }),
    ...(description !== undefined && { Description: description }),
    ...(lastDeploymentStatusMessage !== undefined && {
      LastDeploymentStatusMessage: lastDeploymentStatusMessage,
    }),
    LastUpdatedDate: wholeSecond(stage.updatedAt),
    RouteSettings: Object.fromEntries(
      Object.entries(stage.routeSettings ?? {}).map(([routeKey, settings]) => [
        routeKey,
        describeRouteSettings(settings),
      ]),
    ),
    StageName: stage.stageName,
    StageVariables: { ...stage.variables },
    Tags: { ...stage.tags },
  } satisfies Sdk.Stage;
}

function describeRouteSettings(settings: RouteSettings = {}): Sdk.RouteSettings {
  const { detailedMetricsEnabled = false, throttlingBurstLimit, throttlingRateLimit } = settings;
  return {
    DetailedMetricsEnabled: detailedMetricsEnabled,
    ...(throttlingBurstLimit !== undefined && { ThrottlingBurstLimit: throttlingBurstLimit }),
    ...(throttlingRateLimit !== undefined && { ThrottlingRateLimit: throttlingRateLimit }),
  };
}

/** A deployment as clients see it. One that cannot be served is refused, so none is FAILED. */
export function describeDeployment(deployment: Deployment) {
  return {
    AutoDeployed: deployment.autoDeployed,
    CreatedDate: wholeSecond(deployment.createdAt),
    DeploymentId: deployment.deploymentId,
    DeploymentStatus: "DEPLOYED",
    ...(deployment.description !== undefined && { Description: deployment.description }),
  } satisfies Sdk.Deployment;
}

/** API Gateway V2 writes its dates without fractions: `2026-11-20T20:00:00Z`. */
function wholeSecond(milliseconds: number): Date {
  return new Date(Math.floor(milliseconds / 1000) * 1000);
}
