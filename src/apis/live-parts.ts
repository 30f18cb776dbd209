import type { Snapshot } from "./domain/deployment.ts";
import type { ApiStore } from "./store.ts";

/** The parts of an API as they are now, deployed or not. */
export async function readLiveParts(store: ApiStore, apiId: string): Promise<Snapshot> {
  const api = await store.find(apiId);
  return {
    ...(api?.value.cors && { cors: api.value.cors }),
    routes: await store.routes.all(apiId),
    integrations: await store.integrations.all(apiId),
    authorizers: await store.authorizers.all(apiId),
  };
}
