import { resource } from "../../resource.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { refuseRemoval } from "../refuse-removal.ts";
import { listed } from "./listed.ts";

/** Which requests of an HTTP API go where, and who may send them. */
export const route = resource("AWS::ApiGatewayV2::Route", {
  unsupported: [
    "ApiKeyRequired",
    "ModelSelectionExpression",
    "RequestModels",
    "RequestParameters",
    "RouteResponseSelectionExpression",
  ],

  async create({ RequestParameters: _, ...properties }, { services }) {
    const made = await services.apiGateway("CreateRoute", properties);
    return describe(answered(made.RouteId));
  },

  async update(change, { services }) {
    const { physicalId: RouteId, properties } = change;
    refuseRemoval(change, ["OperationName", "Target"]);
    const { ApiId, AuthorizerId, AuthorizationScopes = [] } = properties;
    const { AuthorizationType = "NONE", OperationName, RouteKey, Target } = properties;
    await services.apiGateway("UpdateRoute", {
      ...{ ApiId, AuthorizationScopes, AuthorizationType, AuthorizerId },
      ...{ OperationName, RouteId, RouteKey, Target },
    });
    return describe(RouteId);
  },

  async delete({ physicalId: RouteId, properties: { ApiId } }, { services }) {
    await services.apiGateway("DeleteRoute", { ApiId, RouteId });
  },

  async read({ physicalId: RouteId, properties }, { services }) {
    const { ApiId } = properties;
    const now = await unlessGone(services.apiGateway("GetRoute", { ApiId, RouteId }));
    if (!now) return undefined;
    const { ApiKeyRequired, AuthorizationScopes, AuthorizationType, AuthorizerId } = now;
    const { OperationName, RouteKey, Target } = now;
    return asFarAs(properties, {
      ...{ ApiId, ApiKeyRequired, AuthorizationScopes, AuthorizationType, AuthorizerId },
      ...{ OperationName, RouteKey, Target },
    });
  },

  async alike({ ApiId, RouteKey }, { services: { apiGateway } }) {
    const routes = await listed((NextToken) => apiGateway("GetRoutes", { ApiId, NextToken }));
    return routes
      .filter((each) => each.RouteKey === RouteKey)
      .map((each) => answered(each.RouteId));
  },
});

function describe(RouteId: string) {
  return { physicalId: RouteId, attributes: { RouteId } };
}
