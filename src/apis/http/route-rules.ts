import { badRequest, conflict, notFound } from "../domain/refusal.ts";
import type { Route } from "../domain/route.ts";
import type { ApiStore } from "../store.ts";

/**
 * Checks a route against the rest of its API: its key is its own, and what it names is there.
 *
 * @throws Fault when not
 */
export async function checkRoute(store: ApiStore, route: Route): Promise<void> {
  const { apiId, routeId, routeKey, integrationId, authorizationType, authorizerId } = route;
  const like = await store.routeLike(apiId, routeKey);
  if (like && like.routeId !== routeId) throw keyTaken(routeKey, like.routeKey);
  if (integrationId !== undefined && !(await store.integrations.find(apiId, integrationId))) {
    throw noIntegration(integrationId);
  }
  if (authorizationType === "NONE") return;
  if (authorizerId !== undefined && (await store.authorizers.find(apiId, authorizerId))) return;
  throw noAuthorizer(authorizerId ?? "none");
}

function keyTaken(routeKey: string, other: string) {
  return conflict(`Route with key ${routeKey} already exists for this API`, {
    check: "routeKey",
    expected: "a key that no other route of the API matches the same requests by",
    received: `${routeKey}, where ${other} is a route already`,
    change: "update the route that is there, or choose another method or path",
  });
}

function noIntegration(received: string) {
  return notFound("Invalid Integration identifier specified", {
    check: "target",
    expected: "the id of an integration of this API",
    received,
    change: "create the integration first and put its id behind integrations/",
  });
}

function noAuthorizer(received: string) {
  return badRequest(
    "Invalid authorizer ID specified. " +
      "Setting the authorization type to JWT requires a valid JWT authorizer.",
    {
      check: "authorizerId",
      expected: "the id of a JWT authorizer of this API",
      received,
      change: "create the authorizer first and give the route its id",
    },
  );
}
