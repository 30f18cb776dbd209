import { isDeepStrictEqual } from "node:util";
import type { Authorizer } from "@aws-sdk/client-apigatewayv2";
import { resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { refuseRemoval } from "../refuse-removal.ts";
import { listed } from "./listed.ts";

type AuthorizerProperties = Properties["AWS::ApiGatewayV2::Authorizer"];

/** A JWT authorizer; the operation refuses any other kind. */
export const authorizer = resource("AWS::ApiGatewayV2::Authorizer", {
  unsupported: [
    "AuthorizerUri",
    "AuthorizerCredentialsArn",
    "AuthorizerPayloadFormatVersion",
    "AuthorizerResultTtlInSeconds",
    "EnableSimpleResponses",
    "IdentityValidationExpression",
  ],

  async create(properties, { services }) {
    const { IdentitySource, ...settings } = properties;
    const made = await services.apiGateway("CreateAuthorizer", { ...settings, IdentitySource });
    return describe(answered(made.AuthorizerId));
  },

  async update(change, { services }) {
    const { physicalId: AuthorizerId, properties } = change;
    refuseRemoval(change, ["IdentitySource", "JwtConfiguration"]);
    await services.apiGateway("UpdateAuthorizer", { ...properties, AuthorizerId });
    return describe(AuthorizerId);
  },

  async delete({ physicalId: AuthorizerId, properties: { ApiId } }, { services }) {
    await services.apiGateway("DeleteAuthorizer", { ApiId, AuthorizerId });
  },

  async read({ physicalId: AuthorizerId, properties }, { services }) {
    const { ApiId } = properties;
    const now = await unlessGone(services.apiGateway("GetAuthorizer", { ApiId, AuthorizerId }));
    return now && spoken(properties, now);
  },

  async alike(properties, { services: { apiGateway } }) {
    const { ApiId } = properties;
    const all = await listed((NextToken) => apiGateway("GetAuthorizers", { ApiId, NextToken }));
    const alike = all.filter((each) => isDeepStrictEqual(spoken(properties, each), properties));
    return alike.map(({ AuthorizerId }) => answered(AuthorizerId));
  },
});

/** An authorizer in the template's words. */
function spoken(properties: AuthorizerProperties, now: Partial<Authorizer>) {
  const { AuthorizerType, IdentitySource, JwtConfiguration, Name } = now;
  const { ApiId } = properties;
  return asFarAs(properties, { ApiId, AuthorizerType, IdentitySource, JwtConfiguration, Name });
}

function describe(AuthorizerId: string) {
  return { physicalId: AuthorizerId, attributes: { AuthorizerId } };
}
