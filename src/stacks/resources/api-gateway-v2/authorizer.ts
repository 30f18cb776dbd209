import { resource } from "../../resource.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { refuseRemoval } from "../refuse-removal.ts";

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
    if (!now) return undefined;
    const { AuthorizerType, IdentitySource, JwtConfiguration, Name } = now;
    return asFarAs(properties, {
      ...{ ApiId, AuthorizerType, IdentitySource, JwtConfiguration, Name },
    });
  },
});

function describe(AuthorizerId: string) {
  return { physicalId: AuthorizerId, attributes: { AuthorizerId } };
}
