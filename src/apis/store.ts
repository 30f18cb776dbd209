import type { Tenant } from "../foundation/arn.ts";
import {
  type Collection,
  ConditionFailed,
  check,
  put,
  type Records,
  remove,
  type Write,
} from "../storage/records.ts";
import { DeploymentStore, deployments, StageStore, snapshots, stages } from "./deployment-store.ts";
import type { Api } from "./domain/api.ts";
import type { Authorizer } from "./domain/authorizer.ts";
import type { Integration } from "./domain/integration.ts";
import type { QuickParts } from "./domain/quick-create.ts";
import type { Route } from "./domain/route.ts";
import { parseRouteKey } from "./domain/route-key.ts";
import { type Current, isId, type Listed, PartStore } from "./part-store.ts";
import { firstRevision, lastRevision, RevisionStore, revise } from "./revision-store.ts";

/** What a route key is taken by. Keyed by shape: `GET /{a}` and `GET /{b}` are the same. */
interface RouteName {
  readonly apiId: string;
  readonly shape: string;
  readonly routeId: string;
  readonly routeKey: string;
}

const apis: Collection<Api> = {
  name: "apis/apis",
  key: ({ apiId }) => [apiId],
  indexes: { tenant: ({ account, region, apiId }) => [account, region, apiId] },
};
const routes: Collection<Route> = {
  name: "apis/routes",
  key: ({ apiId, routeId }) => [apiId, routeId],
};
const routeNames: Collection<RouteName> = {
  name: "apis/route-names",
  key: ({ apiId, shape }) => [apiId, shape],
};
const integrations: Collection<Integration> = {
  name: "apis/integrations",
  key: ({ apiId, integrationId }) => [apiId, integrationId],
};
const authorizers: Collection<Authorizer> = {
  name: "apis/authorizers",
  key: ({ apiId, authorizerId }) => [apiId, authorizerId],
};
/** APIs that are gone for everybody, and whose parts are still to be removed. */
const removals: Collection<{ apiId: string }> = {
  name: "apis/removals",
  key: ({ apiId }) => [apiId],
};

const removalBatch = 500;

/** Parts of an API as they are, and what becomes of them. */
export interface PartChanges {
  readonly integration?: readonly [Current<Integration>, Integration];
  readonly route?: readonly [Current<Route>, Route];
}

/** Everything that is kept about HTTP APIs, by named queries. */
export class ApiStore {
  readonly revisions: RevisionStore;
  readonly routes: PartStore<Route>;
  readonly integrations: PartStore<Integration>;
  readonly authorizers: PartStore<Authorizer>;
  readonly stages: StageStore;
  readonly deployments: DeploymentStore;
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
    this.revisions = new RevisionStore(records);
    this.routes = new PartStore(records, routes, besidesRoute);
    this.integrations = new PartStore(records, integrations, () => []);
    this.authorizers = new PartStore(records, authorizers, () => []);
    this.stages = new StageStore(records);
    this.deployments = new DeploymentStore(records);
  }

  async find(apiId: string): Promise<Current<Api> | undefined> {
    return isId(apiId) ? this.#records.get(apis, [apiId]) : undefined;
  }

  /** The APIs of one account in one region, in the order of their ids. */
  async page({ account, region }: Tenant, limit: number, after?: string): Promise<Listed<Api>> {
    const options = { index: "tenant", prefix: [account, region], limit };
    const page = await this.#records.list(apis, { ...options, ...(after && { after }) });
    const items = page.items.map(({ value }) => value);
    return page.next === undefined ? { items } : { items, next: page.next };
  }

  /** @param parts are made with it: the API is there with all of them, or not at all */
  async create(api: Api, parts?: QuickParts): Promise<void> {
    const write = put(apis, api, { condition: "absent" });
    await this.#records.commit([
      ...firstRevision(api.apiId),
      write,
      ...(parts ? writesOf(parts) : []),
    ]);
  }

  /** @param parts change with it: all of them, or nothing */
  async replace(current: Current<Api>, next: Api, parts: PartChanges = {}): Promise<void> {
    const { integration, route } = parts;
    await this.#records.commit([
      ...revise(next.apiId),
      put(apis, next, { condition: { version: current.version } }),
      ...(integration ? this.integrations.replacing(...integration) : []),
      ...(route ? this.routes.replacing(...route) : []),
    ]);
  }

  /** The API is gone when this resolves; `clear` then removes what was in it. */
  async remove(apiId: string): Promise<void> {
    const writes = [remove(apis, [apiId]), put(removals, { apiId })];
    await this.#records.commit([...lastRevision(apiId), ...writes]);
  }

  /** Removes what a removed API has left behind, batch by batch. Can be repeated. */
  async clear(apiId: string): Promise<void> {
    await this.#clear(routes, apiId);
    await this.#clear(routeNames, apiId);
    await this.#clear(integrations, apiId);
    await this.#clear(authorizers, apiId);
    await this.#clear(stages, apiId);
    await this.#clear(deployments, apiId);
    await this.#clear(snapshots, apiId);
    await this.#records.commit([remove(removals, [apiId])]);
  }

  /** Removed APIs that have not been cleared; at most 1000. */
  async uncleared(): Promise<string[]> {
    const page = await this.#records.list(removals, { prefix: [], limit: 1000 });
    return page.items.map(({ value }) => value.apiId);
  }

  /** The route that a route of this key could not be told apart from. */
  async routeLike(apiId: string, routeKey: string): Promise<RouteName | undefined> {
    const { shape } = parseRouteKey(routeKey);
    return (await this.#records.get(routeNames, [apiId, shape]))?.value;
  }

  async #clear<T>(collection: Collection<T>, apiId: string): Promise<void> {
    for (;;) {
      const page = await this.#records.list(collection, { prefix: [apiId], limit: removalBatch });
      if (page.items.length === 0) return;
      const keys = page.items.map(({ value }) => collection.key(value));
      await this.#records.commit(keys.map((key) => remove(collection, key)));
    }
  }
}

/**
 * Runs a change again when another one came in between. What it reads, it reads anew each time.
 *
 * @returns undefined when it came too late every time
 */
export async function retried<T>(change: () => Promise<T>): Promise<{ answer: T } | undefined> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      return { answer: await change() };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  return undefined;
}

/** Nothing else is in the API yet, so nothing can be in their way. */
function writesOf({ integration, route, stage }: QuickParts): Write[] {
  return [
    put(integrations, integration),
    put(routes, route),
    put(routeNames, nameOf(route)),
    put(stages, stage),
  ];
}

/** A route holds its key, and what it names must exist. */
function besidesRoute(before: Route | undefined, after: Route | undefined): Write[] {
  const old = before && nameOf(before);
  const name = after && nameOf(after);
  const writes: Write[] = [];
  if (old && old.shape !== name?.shape) writes.push(remove(routeNames, routeNames.key(old)));
  if (name && old?.shape !== name.shape)
    writes.push(put(routeNames, name, { condition: "absent" }));
  else if (name && old?.routeKey !== name.routeKey) writes.push(put(routeNames, name));
  if (after?.integrationId !== undefined) {
    writes.push(check(integrations, [after.apiId, after.integrationId], "exists"));
  }
  if (after?.authorizerId !== undefined) {
    writes.push(check(authorizers, [after.apiId, after.authorizerId], "exists"));
  }
  return writes;
}

function nameOf({ apiId, routeId, routeKey }: Route): RouteName {
  return { apiId, routeId, routeKey, shape: parseRouteKey(routeKey).shape };
}
