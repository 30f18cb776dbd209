import { badRequest, checkRanges, invalid, notServed, refuseUnserved } from "./refusal.ts";
import { mergeVariables } from "./stage-variables.ts";

/** A name under which one deployment of an API is served. */
export interface Stage {
  readonly apiId: string;
  /** `$default`, or the first part of its URLs. */
  readonly stageName: string;
  /** The deployment that is served; none yet where absent. */
  readonly deploymentId?: string;
  /** Whether each change of the API is deployed by itself. */
  readonly autoDeploy: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly description?: string;
  /** Kept for those who set it; the server counts nothing by route. */
  readonly detailedMetricsEnabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** How the last deployment by itself went. */
  readonly lastDeploymentStatusMessage?: string;
}

/** A stage as clients write it, whole or in part. */
export interface StageSettings {
  DeploymentId?: string | undefined;
  AutoDeploy?: boolean | undefined;
  StageVariables?: Readonly<Record<string, string>> | undefined;
  Description?: string | undefined;
  DefaultRouteSettings?: RouteLimits | undefined;
  RouteSettings?: Readonly<Record<string, RouteLimits>> | undefined;
  AccessLogSettings?: object | undefined;
  ClientCertificateId?: string | undefined;
}

interface RouteLimits {
  DataTraceEnabled?: boolean | undefined;
  DetailedMetricsEnabled?: boolean | undefined;
  LoggingLevel?: string | undefined;
  ThrottlingBurstLimit?: number | undefined;
  ThrottlingRateLimit?: number | undefined;
}

/**
 * A stage made of settings.
 *
 * @throws Fault when a setting is wrong, or is one that the gateway does not serve
 */
export function newStage(
  known: Pick<Stage, "apiId" | "stageName" | "createdAt" | "tags">,
  settings: StageSettings,
): Stage {
  const { stageName, createdAt } = known;
  if (stageName !== "$default" && !/^[\w-]{1,128}$/.test(stageName)) {
    const expected = "$default, or 1 to 128 letters, digits, hyphens and underscores";
    throw invalid("stageName", stageName, expected, "rename the stage");
  }
  const empty = { autoDeploy: false, variables: {}, detailedMetricsEnabled: false };
  return mergeStage({ ...known, ...empty, updatedAt: createdAt }, settings, createdAt);
}

/**
 * The stage with the settings that are given; absent ones stay as they are. Whether the deployment
 * exists is for the caller to find out.
 */
export function mergeStage(current: Stage, settings: StageSettings, now: number): Stage {
  refuseUnserved(settings, {
    AccessLogSettings: "leave it out: no access logs are written",
    ClientCertificateId: "leave it out: only WebSocket APIs have it",
  });
  checkRanges(settings, { Description: [0, 1024] });
  refuseLimits(settings.DefaultRouteSettings);
  for (const [routeKey, limits] of Object.entries(settings.RouteSettings ?? {})) {
    refuseLimits(limits);
    if (limits.DetailedMetricsEnabled) throw notServed("routeSettings", routeKey, noRouteSettings);
  }
  const { AutoDeploy = current.autoDeploy, Description = current.description } = settings;
  if (AutoDeploy && settings.DeploymentId) throw deployedByItself(settings.DeploymentId);
  const deploymentId = settings.DeploymentId ?? current.deploymentId;
  const metrics = settings.DefaultRouteSettings?.DetailedMetricsEnabled;
  return {
    ...current,
    ...(deploymentId && { deploymentId }),
    autoDeploy: AutoDeploy,
    variables: mergeVariables(current.variables, settings.StageVariables),
    ...(Description !== undefined && { description: Description }),
    detailedMetricsEnabled: metrics ?? current.detailedMetricsEnabled,
    updatedAt: now,
  };
}

const noRouteSettings = "use defaultRouteSettings: there are no settings by route";
const noThrottling = "leave it out: requests are not throttled";
const webSocketOnly = "leave it out: only WebSocket APIs have it";

function refuseLimits(limits: RouteLimits = {}): void {
  refuseUnserved(limits, { DataTraceEnabled: webSocketOnly });
  const { LoggingLevel = "OFF", ThrottlingBurstLimit, ThrottlingRateLimit } = limits;
  if (LoggingLevel !== "OFF") throw notServed("loggingLevel", LoggingLevel, webSocketOnly);
  // A limit of 0 closes a route at AWS, so not even that may be passed over.
  if (ThrottlingBurstLimit !== undefined) {
    throw notServed("throttlingBurstLimit", ThrottlingBurstLimit, noThrottling);
  }
  if (ThrottlingRateLimit !== undefined) {
    throw notServed("throttlingRateLimit", ThrottlingRateLimit, noThrottling);
  }
}

function deployedByItself(deploymentId: string) {
  return badRequest("DeploymentId cannot be set on a stage with auto-deploy enabled", {
    check: "deploymentId",
    expected: "no deploymentId where autoDeploy is true",
    received: deploymentId,
    change: "leave deploymentId out, or turn autoDeploy off in the same call",
  });
}
