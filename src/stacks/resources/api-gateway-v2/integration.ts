import { isDeepStrictEqual } from "node:util";
import type { Integration } from "@aws-sdk/client-apigatewayv2";
import { resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { refuseRemoval } from "../refuse-removal.ts";
import { listed } from "./listed.ts";

type IntegrationProperties = Properties["AWS::ApiGatewayV2::Integration"];
type Parameters = Readonly<Record<string, string>>;
type Responses = Readonly<Record<string, Parameters>>;

/** Where routes of an HTTP API lead to: a function, or an HTTP backend. */
export const integration = resource("AWS::ApiGatewayV2::Integration", {
  unsupported: [
    "ConnectionId",
    "ContentHandlingStrategy",
    "IntegrationSubtype",
    "PassthroughBehavior",
    "RequestTemplates",
    "TemplateSelectionExpression",
    "TlsConfig",
  ],

  async create(properties, { services }) {
    const made = await services.apiGateway("CreateIntegration", {
      ...properties,
      ResponseParameters: responsesOf(properties),
    });
    return describe(answered(made.IntegrationId));
  },

  async update(change, { services }) {
    const { physicalId: IntegrationId, previous, properties } = change;
    refuseRemoval(change, ["IntegrationUri"]);
    const ids = { ApiId: properties.ApiId, IntegrationId };
    const clearing = clearedMappings(previous, properties);
    if (clearing) await services.apiGateway("UpdateIntegration", { ...ids, ...clearing });
    await services.apiGateway("UpdateIntegration", {
      ...{ ...properties, ...ids },
      IntegrationMethod: properties.IntegrationMethod ?? methodOf(properties),
      PayloadFormatVersion: properties.PayloadFormatVersion ?? "1.0",
      TimeoutInMillis: properties.TimeoutInMillis ?? 30_000,
      CredentialsArn: properties.CredentialsArn ?? "",
      Description: properties.Description ?? "",
      ResponseParameters: responsesOf(properties),
    });
    return describe(IntegrationId);
  },

  async delete({ physicalId: IntegrationId, properties: { ApiId } }, { services }) {
    await services.apiGateway("DeleteIntegration", { ApiId, IntegrationId });
  },

  async read({ physicalId: IntegrationId, properties }, { services }) {
    const { ApiId } = properties;
    const now = await unlessGone(services.apiGateway("GetIntegration", { ApiId, IntegrationId }));
    return now && spoken(properties, now);
  },

  async alike(properties, { services: { apiGateway } }) {
    const { ApiId } = properties;
    const all = await listed((NextToken) => apiGateway("GetIntegrations", { ApiId, NextToken }));
    const alike = all.filter((each) => isDeepStrictEqual(spoken(properties, each), properties));
    return alike.map(({ IntegrationId }) => answered(IntegrationId));
  },
});

/** An integration in the template's words. */
function spoken(properties: IntegrationProperties, now: Integration) {
  const { ConnectionType, CredentialsArn, Description, IntegrationMethod } = now;
  const { IntegrationType, IntegrationUri, PayloadFormatVersion, RequestParameters } = now;
  return asFarAs(properties, {
    ...{ ApiId: properties.ApiId, ConnectionType, CredentialsArn, Description, IntegrationMethod },
    ...{ IntegrationType, IntegrationUri, PayloadFormatVersion, RequestParameters },
    TimeoutInMillis: now.TimeoutInMillis,
    ResponseParameters: templateForm(now.ResponseParameters),
  });
}

function describe(IntegrationId: string) {
  return { physicalId: IntegrationId, attributes: { IntegrationId } };
}

/** What it is where nobody says; a backend's has to be said. */
function methodOf({ IntegrationType }: IntegrationProperties): string | undefined {
  return IntegrationType === "AWS_PROXY" ? "POST" : undefined;
}

/** Mappings are merged by the operation: those that lose an entry are emptied first. */
function clearedMappings(before: IntegrationProperties, after: IntegrationProperties) {
  const { RequestParameters = {} } = before;
  const responses = responsesOf(before) ?? {};
  const lostStatuses = Object.entries(responses).filter(([status, entries]) =>
    losesEntry(entries, responsesOf(after)?.[status]),
  );
  const losesRequest = losesEntry(RequestParameters, after.RequestParameters);
  if (!losesRequest && lostStatuses.length === 0) return undefined;
  return {
    ...(losesRequest && { RequestParameters: {} }),
    ResponseParameters: Object.fromEntries(lostStatuses.map(([status]) => [status, {}])),
  };
}

function losesEntry(before: Parameters, after: Parameters = {}): boolean {
  return Object.keys(before).some((key) => !Object.hasOwn(after, key));
}

/** Templates list what the operation has as maps. */
function responsesOf({ ResponseParameters }: IntegrationProperties): Responses | undefined {
  if (!ResponseParameters) return undefined;
  const entries = Object.entries(ResponseParameters).map(([status, listed]) => {
    const parameters = (listed.ResponseParameters ?? []).map(
      ({ Destination = "", Source = "" }) => [Destination, Source] as const,
    );
    return [status, Object.fromEntries(parameters)] as const;
  });
  return Object.fromEntries(entries);
}

function templateForm(responses: Responses = {}): IntegrationProperties["ResponseParameters"] {
  const entries = Object.entries(responses).map(([status, parameters]) => {
    const listed = Object.entries(parameters).map(([Destination, Source]) => ({
      Destination,
      Source,
    }));
    return [status, { ResponseParameters: listed }] as const;
  });
  return Object.fromEntries(entries);
}
