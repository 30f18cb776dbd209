import type { Architecture, Runtime } from "@aws-sdk/client-lambda";
import type { Tenant } from "../foundation/arn.ts";
import {
  type Collection,
  type Condition,
  ConditionFailed,
  type ListOptions,
  put,
  type Records,
  remove,
} from "../storage/records.ts";
import { writeChunks } from "./code-store.ts";
import type { CodeReference } from "./domain/record.ts";

/** A version of a layer, which never changes. */
export interface LayerVersion {
  readonly tenant: Tenant;
  readonly name: string;
  readonly version: number;
  readonly description: string;
  readonly licenseInfo?: string;
  readonly runtimes: readonly Runtime[];
  readonly architectures: readonly Architecture[];
  readonly code: CodeReference;
  /** What it takes on the disk. */
  readonly unpackedBytes: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Outlives its versions, so that no number is given twice. */
interface Layer {
  readonly tenant: Tenant;
  readonly name: string;
  readonly lastVersion: number;
}

const layers: Collection<Layer> = {
  name: "functions/layers",
  key: ({ tenant, name }) => [tenant.account, tenant.region, name],
};

const versions: Collection<LayerVersion> = {
  name: "functions/layer-versions",
  key: ({ tenant, name, version }) => versionKey(tenant, name, version),
};

/** The newest first, as Lambda lists them. */
function versionKey({ account, region }: Tenant, name: string, version: number) {
  return [account, region, name, String(9_999_999_999 - version).padStart(10, "0")];
}

const attemptsMax = 100;
const absent: Condition = "absent";

/** Layers, and their code beside that of the functions. */
export class LayerStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** Adds a version under the next number. */
  async publish(draft: Omit<LayerVersion, "version">, zip: Buffer): Promise<LayerVersion> {
    await writeChunks(this.#records, draft.code.id, zip);
    const { tenant, name } = draft;
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const key = [tenant.account, tenant.region, name];
      const before = await this.#records.get(layers, key);
      const version = (before?.value.lastVersion ?? 0) + 1;
      const condition = before ? { version: before.version } : absent;
      const layer = { tenant, name, lastVersion: version };
      try {
        await this.#records.commit([
          put(layers, layer, { condition }),
          put(versions, { ...draft, version }),
        ]);
        return { ...draft, version };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
    throw new Error(`layer ${name} gets versions faster than they can be counted`);
  }

  async get(tenant: Tenant, name: string, version: number): Promise<LayerVersion | undefined> {
    return (await this.#records.get(versions, versionKey(tenant, name, version)))?.value;
  }

  /** Names of layers, in order; a layer may have no version left. */
  async list({ account, region }: Tenant, options: Omit<ListOptions, "prefix">) {
    const page = await this.#records.list(layers, { prefix: [account, region], ...options });
    return { names: page.items.map(({ value }) => value.name), next: page.next };
  }

  /** Versions of a layer, newest first. */
  async listVersions(tenant: Tenant, name: string, options: Omit<ListOptions, "prefix">) {
    const prefix = [tenant.account, tenant.region, name];
    const page = await this.#records.list(versions, { prefix, ...options });
    return { items: page.items.map(({ value }) => value), next: page.next };
  }

  /** The code stays: functions may run it still. */
  async remove(tenant: Tenant, name: string, version: number): Promise<void> {
    await this.#records.commit([remove(versions, versionKey(tenant, name, version))]);
  }
}
