import type { Tenant } from "../foundation/arn.ts";
import {
  type Collection,
  type Key,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
} from "../storage/records.ts";
import type { ParameterRecord } from "./domain/parameter.ts";

export type { Stored } from "../storage/records.ts";

const parameters: Collection<ParameterRecord> = {
  name: "parameters/parameters",
  key: (parameter) => keyOf(parameter, parameter.name),
};

/** Each version as it was written, the latest one too. */
const versions: Collection<ParameterRecord> = {
  name: "parameters/versions",
  key: ({ version, ...parameter }) => versionKey(parameter, parameter.name, version),
};

/** AWS keeps as many. */
const versionsMax = 100;

export interface ParameterPage {
  /** Only names that begin so. */
  readonly prefix: string;
  readonly limit: number;
  readonly after?: string;
}

/** Parameters, by the questions that are asked of them. */
export type ParameterStore = ReturnType<typeof createParameterStore>;

export function createParameterStore(records: Records) {
  return {
    byName: (tenant: Tenant, name: string): Promise<Stored<ParameterRecord> | undefined> =>
      records.get(parameters, keyOf(tenant, name)),

    async version(tenant: Tenant, name: string, version: number) {
      return (await records.get(versions, versionKey(tenant, name, version)))?.value;
    },

    /** In the order of their names. */
    page: ({ account, region }: Tenant, options: ParameterPage): Promise<Page<ParameterRecord>> => {
      const { prefix, ...rest } = options;
      return records.list(parameters, {
        prefix: [account, region, prefix],
        partial: true,
        ...rest,
      });
    },

    /** The versions that are kept, the oldest first. */
    async history({ account, region }: Tenant, name: string): Promise<ParameterRecord[]> {
      const prefix = [account, region, name];
      const { items } = await records.list(versions, { prefix, limit: versionsMax });
      return items.map(({ value }) => value);
    },

    /**
     * Writes a new version; the one that is too many goes.
     * @returns false when somebody else has changed the parameter since `before` was read
     */
    write(before: Stored<ParameterRecord> | undefined, after: ParameterRecord): Promise<boolean> {
      const condition = before ? { version: before.version } : "absent";
      const oldest = after.version - versionsMax;
      const batch = [put(parameters, after, { condition }), put(versions, after)];
      if (oldest > 0) batch.push(remove(versions, versionKey(after, after.name, oldest)));
      return succeeds(records.commit(batch));
    },

    /** @returns false when somebody else has changed the parameter since `before` was read */
    retag(before: Stored<ParameterRecord>, tags: ParameterRecord["tags"]): Promise<boolean> {
      const condition = { version: before.version };
      return succeeds(records.commit([put(parameters, { ...before.value, tags }, { condition })]));
    },

    /** @returns false when there is no such parameter */
    async remove(tenant: Tenant, name: string): Promise<boolean> {
      for (;;) {
        const stored = await records.get(parameters, keyOf(tenant, name));
        if (!stored) return false;
        const { version: latest } = stored.value;
        const first = Math.max(1, latest - versionsMax + 1);
        const kept = Array.from({ length: latest - first + 1 }, (_, index) => first + index);
        const batch = [
          remove(parameters, keyOf(tenant, name), { version: stored.version }),
          ...kept.map((version) => remove(versions, versionKey(tenant, name, version))),
        ];
        if (await succeeds(records.commit(batch))) return true;
      }
    },
  };
}

function keyOf({ account, region }: Tenant, name: string): Key {
  return [account, region, name];
}

/** Padded, so that versions are listed as they count. */
function versionKey({ account, region }: Tenant, name: string, version: number): Key {
  return [account, region, name, String(version).padStart(10, "0")];
}
