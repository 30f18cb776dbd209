import type { Change, ResourceContext } from "../../resource.ts";
import { resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";
import { isMadeHere, ownTags, tagsFor } from "../tags.ts";
import { changeTags, stageArn } from "./tags.ts";

type StageProperties = Properties["AWS::ApiGatewayV2::Stage"];
type RouteSettings = NonNullable<StageProperties["DefaultRouteSettings"]>;

/** What routes have where nobody says. AWS: the throttle of an account. */
const defaultSettings = {
  DetailedMetricsEnabled: false,
  ThrottlingBurstLimit: 5000,
  ThrottlingRateLimit: 10_000,
};

/** A name under which an API is served. */
export const stage = resource("AWS::ApiGatewayV2::Stage", {
  unsupported: ["AccessPolicyId", "ClientCertificateId"],

  async create(properties, context) {
    const Tags = tagsFor(context, properties.Tags);
    await context.services.apiGateway("CreateStage", { ...properties, Tags });
    return { physicalId: properties.StageName };
  },

  async update(change, context) {
    const { previous, properties } = change;
    const { ApiId, AutoDeploy = false, DeploymentId, StageName } = properties;
    const { AccessLogSettings, RouteSettings } = properties;
    await takeAway(change, context);
    await context.services.apiGateway("UpdateStage", {
      ...{ ApiId, StageName, AutoDeploy, DeploymentId, AccessLogSettings, RouteSettings },
      Description: properties.Description ?? "",
      StageVariables: variablesOf(change),
      DefaultRouteSettings: defaultsOf(change),
    });
    const arn = stageArn(context, ApiId, StageName);
    await changeTags(arn, previous.Tags, properties.Tags, context);
    return { physicalId: StageName };
  },

  async delete({ properties: { ApiId, StageName } }, { services }) {
    await services.apiGateway("DeleteStage", { ApiId, StageName });
  },

  async read({ properties }, context) {
    const { ApiId, StageName } = properties;
    const now = await unlessGone(context.services.apiGateway("GetStage", { ApiId, StageName }));
    if (!now) return undefined;
    const { AccessLogSettings, AutoDeploy, DeploymentId, Description, StageVariables } = now;
    return asFarAs(properties, {
      ...{ ApiId, StageName, AccessLogSettings, AutoDeploy, DeploymentId },
      ...{ Description, StageVariables },
      DefaultRouteSettings: spokenOf(properties.DefaultRouteSettings, now.DefaultRouteSettings),
      RouteSettings: Object.fromEntries(
        Object.entries(now.RouteSettings ?? {}).map(([routeKey, settings]) => [
          routeKey,
          spokenOf(properties.RouteSettings?.[routeKey], settings),
        ]),
      ),
      Tags: ownTags(now.Tags, context),
    });
  },

  async find({ ApiId, StageName }, context) {
    const found = await unlessGone(context.services.apiGateway("GetStage", { ApiId, StageName }));
    return isMadeHere(found?.Tags, context) ? StageName : undefined;
  },
});

/** Takes away what the operation that changes stages only adds to. */
async function takeAway(
  { previous, properties }: Change<StageProperties>,
  { services }: ResourceContext,
): Promise<void> {
  const { ApiId, StageName } = properties;
  if (previous.AccessLogSettings && !properties.AccessLogSettings) {
    await services.apiGateway("DeleteAccessLogSettings", { ApiId, StageName });
  }
  for (const [RouteKey, before] of Object.entries(previous.RouteSettings ?? {})) {
    const after = Object.keys(properties.RouteSettings?.[RouteKey] ?? {});
    if (Object.keys(before).every((name) => after.includes(name)) && after.length > 0) continue;
    const removal = services.apiGateway("DeleteRouteSettings", { ApiId, StageName, RouteKey });
    await unlessGone(removal);
  }
}

/** The operation merges variables, and takes away those without a value. */
function variablesOf({ previous, properties }: Change<StageProperties>): Record<string, string> {
  const before = Object.keys(previous.StageVariables ?? {}).map((name) => [name, ""] as const);
  return { ...Object.fromEntries(before), ...properties.StageVariables };
}

/** Settings that are gone from the template become what they are where nobody says. */
function defaultsOf({ previous, properties }: Change<StageProperties>): RouteSettings {
  const before = spokenOf(previous.DefaultRouteSettings, defaultSettings);
  return { ...before, ...properties.DefaultRouteSettings };
}

/** Of settings those that the template speaks of. */
function spokenOf(spoken: RouteSettings = {}, settings: RouteSettings = {}): RouteSettings {
  return asFarAs(spoken, settings);
}
