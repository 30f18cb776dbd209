import { mergeQuick, type QuickSettings } from "../domain/quick-create.ts";
import type { ApiStore, PartChanges } from "../store.ts";
import { checkOwner } from "./integration-rules.ts";
import { checkRoute } from "./route-rules.ts";

/**
 * What settings of quick create change about the parts that the API was made with.
 *
 * @param account that owns the API
 * @throws Fault when it was not made so, or a setting is wrong
 */
export async function quickChanges(
  store: ApiStore,
  apiId: string,
  account: string,
  { Target, RouteKey, CredentialsArn }: QuickSettings,
): Promise<PartChanges> {
  const settings = { Target, RouteKey, CredentialsArn };
  if (Object.values(settings).every((value) => value === undefined)) return {};
  const { integration, route } = await managedParts(store, apiId);
  const next = mergeQuick({ integration: integration?.value, route: route?.value }, settings);
  if (next.integration) checkOwner(next.integration, account);
  if (next.route) await checkRoute(store, next.route);
  return {
    ...(integration && next.integration && { integration: [integration, next.integration] }),
    ...(route && next.route && { route: [route, next.route] }),
  };
}

async function managedParts({ integrations, routes }: ApiStore, apiId: string) {
  const isManaged = ({ managed }: { readonly managed?: boolean }) => managed === true;
  const integration = (await integrations.all(apiId)).find(isManaged);
  const route = (await routes.all(apiId)).find(isManaged);
  return {
    integration: integration && (await integrations.find(apiId, integration.integrationId)),
    route: route && (await routes.find(apiId, route.routeId)),
  };
}
