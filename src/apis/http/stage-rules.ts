import { badRequest, notFound } from "../domain/refusal.ts";
import type { Stage } from "../domain/stage.ts";
import type { ApiStore } from "../store.ts";

/** @throws Fault when the stage is to serve a deployment that its API does not have */
export async function checkDeployment(store: ApiStore, stage: Stage): Promise<void> {
  const { apiId, deploymentId } = stage;
  if (deploymentId === undefined) return;
  if (await store.deployments.find(apiId, deploymentId)) return;
  throw badRequest("Deployment id does not exist", {
    check: "deploymentId",
    expected: "the id of a deployment of this API",
    received: deploymentId.slice(0, 128),
    change: "create a deployment first and give the stage its id",
  });
}

/** @throws Fault when settings are given for a route that the API does not have */
export async function checkRouteSettings(
  store: ApiStore,
  apiId: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const wanted = Object.keys(given);
  if (wanted.length === 0) return;
  const known = new Set((await store.routes.all(apiId)).map(({ routeKey }) => routeKey));
  const missing = wanted.find((routeKey) => !known.has(routeKey))?.slice(0, 200);
  if (missing === undefined) return;
  throw notFound(`Unable to find Route by key ${missing} within the provided RouteSettings`, {
    check: "routeSettings",
    expected: "keys of routes that the API has",
    received: missing,
    change: "spell the key as the route does, such as `GET /pets/{id}`, or create the route first",
  });
}
