import type { Tenant } from "../foundation/arn.ts";
import {
  type Collection,
  type Key,
  type Page,
  put,
  type Records,
  remove,
  succeeds,
} from "../storage/records.ts";
import type { RepositoryRecord } from "./domain/repository.ts";

const repositories: Collection<RepositoryRecord> = {
  name: "images/repositories",
  key: (repository) => keyOf(repository, repository.name),
};

/** Repositories, by the questions that are asked of them. */
export type RepositoryStore = ReturnType<typeof createRepositoryStore>;

export function createRepositoryStore(records: Records) {
  return {
    async byName(tenant: Tenant, name: string): Promise<RepositoryRecord | undefined> {
      return (await records.get(repositories, keyOf(tenant, name)))?.value;
    },

    /** In the order of their names. */
    page: (
      { account, region }: Tenant,
      limit: number,
      after?: string,
    ): Promise<Page<RepositoryRecord>> => {
      const position = after === undefined ? {} : { after };
      return records.list(repositories, { prefix: [account, region], limit, ...position });
    },

    /** @returns false when there is one of that name */
    add: (repository: RepositoryRecord): Promise<boolean> =>
      succeeds(records.commit([put(repositories, repository, { condition: "absent" })])),

    /**
     * Writes what `change` makes of the repository; starts anew when another call changed it.
     * @returns what it was before; undefined when there is none
     */
    async update(
      tenant: Tenant,
      name: string,
      change: (repository: RepositoryRecord) => RepositoryRecord,
    ): Promise<RepositoryRecord | undefined> {
      for (;;) {
        const stored = await records.get(repositories, keyOf(tenant, name));
        if (!stored) return undefined;
        const condition = { version: stored.version };
        const write = put(repositories, change(stored.value), { condition });
        if (await succeeds(records.commit([write]))) return stored.value;
      }
    },

    /** @returns false when there is none */
    remove: (tenant: Tenant, name: string): Promise<boolean> =>
      succeeds(records.commit([remove(repositories, keyOf(tenant, name), "exists")])),
  };
}

function keyOf({ account, region }: Tenant, name: string): Key {
  return [account, region, name];
}
