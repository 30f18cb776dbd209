import type { Tags } from "../../foundation/tags.ts";
import {
  type AccessLogSettings,
  type GivenAccessLogSettings,
  mergeAccessLog,
} from "./access-log.ts";
import { badRequest, checkRanges, invalid, refuseUnserved } from "./refusal.ts";
import {
  type GivenRouteSettings,
  mergeByRoute,
  mergeRouteSettings,
  type RouteSettings,
} from "./route-settings.ts";
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
  /** For the routes that have no settings of their own. */
  readonly defaultRouteSettings?: RouteSettings;
  readonly accessLog?: AccessLogSettings;
  /** By route key. */
  readonly routeSettings?: Readonly<Record<string, RouteSettings>>;
  readonly tags: Tags;
  /** Whether it was made with its API, so that it stays as it is. */
  readonly managed?: boolean;
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
  DefaultRouteSettings?: GivenRouteSettings | undefined;
  RouteSettings?: Readonly<Record<string, GivenRouteSettings>> | undefined;
  AccessLogSettings?: GivenAccessLogSettings | undefined;
  ClientCertificateId?: string | undefined;
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
  const empty = { autoDeploy: false, variables: {} };
  return mergeStage({ ...known, ...empty, updatedAt: createdAt }, settings, createdAt);
}

/**
 * The stage with the settings that are given; absent ones stay as they are. Whether the deployment
 * exists is for the caller to find out.
 */
export function mergeStage(current: Stage, settings: StageSettings, now: number): Stage {
  refuseUnserved(settings, {
    ClientCertificateId: "leave it out: only WebSocket APIs have it",
  });
  checkRanges(settings, { Description: [0, 1024] });
  const { AutoDeploy = current.autoDeploy, Description = current.description } = settings;
  if (AutoDeploy && settings.DeploymentId) throw deployedByItself(settings.DeploymentId);
  const accessLog = mergeAccessLog(current.accessLog, settings.AccessLogSettings);
  const deploymentId = settings.DeploymentId ?? current.deploymentId;
  return {
    ...current,
    ...(deploymentId && { deploymentId }),
    autoDeploy: AutoDeploy,
    variables: mergeVariables(current.variables, settings.StageVariables),
    ...(Description !== undefined && { description: Description }),
    defaultRouteSettings: mergeRouteSettings(
      current.defaultRouteSettings,
      settings.DefaultRouteSettings,
    ),
    routeSettings: mergeByRoute(current.routeSettings, settings.RouteSettings),
    ...(accessLog && { accessLog }),
    updatedAt: now,
  };
}

function deployedByItself(deploymentId: string) {
  return badRequest("DeploymentId cannot be set on a stage with auto-deploy enabled", {
    check: "deploymentId",
    expected: "no deploymentId where autoDeploy is true",
    received: deploymentId,
    change: "leave deploymentId out, or turn autoDeploy off in the same call",
  });
}
