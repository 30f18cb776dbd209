import { arnOf } from "../../../foundation/arn.ts";
import { type Change, NeedsReplacement, type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { refuseRemoval } from "../refuse-removal.ts";
import { isMadeHere, ownTags, tagsFor } from "../tags.ts";
import { apiArn, changeTags } from "./tags.ts";

type ApiProperties = Properties["AWS::ApiGatewayV2::Api"];

/** An HTTP API: empty, or with all that leads to a target. */
export const api = resource("AWS::ApiGatewayV2::Api", {
  unsupported: ["Body", "BodyS3Location", "BasePath", "FailOnWarnings", "DisableSchemaValidation"],

  async create(properties, context) {
    const made = await context.services.apiGateway("CreateApi", {
      ...properties,
      Name: properties.Name,
      ProtocolType: properties.ProtocolType,
      Tags: tagsFor(context, properties.Tags),
    });
    return describe(answered(made.ApiId), made.ApiEndpoint, context);
  },

  async update(change, context) {
    const { physicalId: ApiId, previous, properties } = change;
    const { apiGateway } = context.services;
    refuseRemoval(change, ["Version"]);
    const quick = quickChanges(change);
    if (previous.CorsConfiguration && !properties.CorsConfiguration) {
      await apiGateway("DeleteCorsConfiguration", { ApiId });
    }
    const { Name, Version, CorsConfiguration } = properties;
    const { ApiEndpoint } = await apiGateway("UpdateApi", {
      ...{ ApiId, Name, Version, CorsConfiguration, ...quick },
      Description: properties.Description ?? "",
      DisableExecuteApiEndpoint: properties.DisableExecuteApiEndpoint ?? false,
      IpAddressType: properties.IpAddressType ?? "ipv4",
      ApiKeySelectionExpression: properties.ApiKeySelectionExpression,
      RouteSelectionExpression: properties.RouteSelectionExpression,
    });
    await changeTags(apiArn(context, ApiId), previous.Tags, properties.Tags, context);
    return describe(ApiId, ApiEndpoint, context);
  },

  async delete({ physicalId: ApiId }, { services }) {
    await services.apiGateway("DeleteApi", { ApiId });
  },

  async read({ physicalId: ApiId, properties }, context) {
    const now = await unlessGone(context.services.apiGateway("GetApi", { ApiId }));
    if (!now) return undefined;
    const { Target, RouteKey, CredentialsArn } = properties;
    const { CorsConfiguration } = now;
    return asFarAs(properties, {
      ...{ Target, RouteKey, CredentialsArn, CorsConfiguration },
      Name: now.Name,
      ProtocolType: now.ProtocolType,
      Version: now.Version,
      Description: now.Description,
      DisableExecuteApiEndpoint: now.DisableExecuteApiEndpoint,
      IpAddressType: now.IpAddressType,
      ApiKeySelectionExpression: now.ApiKeySelectionExpression,
      RouteSelectionExpression: now.RouteSelectionExpression,
      Tags: ownTags(now.Tags, context),
    });
  },

  async find(_, context) {
    let NextToken: string | undefined;
    do {
      const page = await context.services.apiGateway("GetApis", { NextToken });
      const found = page.Items?.find(({ Tags }) => isMadeHere(Tags, context));
      if (found) return found.ApiId;
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return undefined;
  },
});

/** What changes of the parts that quick create made with the API; they come and go with it only. */
function quickChanges({ previous, properties }: Change<ApiProperties>) {
  const { Target, RouteKey = "$default", CredentialsArn = "" } = properties;
  if ((Target === undefined) !== (previous.Target === undefined)) throw new NeedsReplacement();
  if (Target === undefined) return {};
  return {
    ...(Target !== previous.Target && { Target }),
    ...(RouteKey !== (previous.RouteKey ?? "$default") && { RouteKey }),
    ...(CredentialsArn !== (previous.CredentialsArn ?? "") && { CredentialsArn }),
  };
}

function describe(ApiId: string, ApiEndpoint: string | undefined, { tenant }: ResourceContext) {
  const attributes = { ApiId, ApiEndpoint, ExecuteApiArn: arnOf("execute-api", tenant, ApiId) };
  return { physicalId: ApiId, attributes };
}
