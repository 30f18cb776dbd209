import type { Tenant } from "../foundation/arn.ts";
import type { Keyring } from "../storage/keyring.ts";
import {
  type Collection,
  type Page,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { readChunks, removedChunks, writeChunks } from "./code-store.ts";
import {
  type CodeReference,
  codeOf,
  type FunctionRecord,
  type LatestRecord,
} from "./domain/record.ts";
import { urlWrites } from "./url-store.ts";

/** A function as it was read: `version` guards its next write. */
export type StoredRecord = Stored<LatestRecord>;

/** A record as it lies in the database: variables often hold secrets, so they are sealed. */
type Sealed<T extends FunctionRecord> = Omit<T, "variables"> & { readonly variables: string };

const functions: Collection<Sealed<LatestRecord>> = {
  name: "functions/functions",
  key: ({ tenant, name }) => [tenant.account, tenant.region, name],
};

const versions: Collection<Sealed<FunctionRecord>> = {
  name: "functions/versions",
  key: ({ tenant, name, version }) => versionKey(tenant, name, version),
};

/** In the order of their numbers. */
function versionKey({ account, region }: Tenant, name: string, version: string) {
  return [account, region, name, version.padStart(10, "0")];
}

/**
 * Functions and their code. The code is kept in the database too, so that each node can run each
 * function and nothing depends on one node's disk.
 */
export class FunctionStore {
  readonly #records: Records;
  readonly #keyring: Keyring;

  constructor(records: Records, keyring: Keyring) {
    this.#records = records;
    this.#keyring = keyring;
  }

  async get(tenant: Tenant, name: string): Promise<StoredRecord | undefined> {
    const key = [tenant.account, tenant.region, name];
    const stored = await this.#records.get(functions, key);
    return stored && this.#unseal(stored);
  }

  /** A published version. */
  async getVersion(tenant: Tenant, name: string, version: string) {
    const stored = await this.#records.get(versions, versionKey(tenant, name, version));
    return stored && this.#unseal(stored).value;
  }

  /** In order of their names. */
  async list(tenant: Tenant, limit: number, after?: string): Promise<Page<LatestRecord>> {
    const options = { prefix: [tenant.account, tenant.region], limit };
    const page = await this.#records.list(
      functions,
      after === undefined ? options : { ...options, after },
    );
    const items = page.items.map((stored) => this.#unseal(stored));
    return page.next === undefined ? { items } : { items, next: page.next };
  }

  /** False when there is a function of this name already. */
  async create(record: LatestRecord, zip: Buffer): Promise<boolean> {
    await writeChunks(this.#records, record.code.id, zip);
    const write = put(functions, this.#seal(record), { condition: "absent" });
    return this.#commitOrDrop([write], record.code);
  }

  /** Changes anything but code; false when somebody else changed the function since it was read. */
  update(record: LatestRecord, { value, version }: StoredRecord): Promise<boolean> {
    return this.#commit([
      put(functions, this.#seal(record), { condition: { version } }),
      ...urlWrites(value, record),
    ]);
  }

  /** Changes the code; false as with `update`. */
  async updateCode(record: LatestRecord, before: StoredRecord, zip: Buffer): Promise<boolean> {
    await writeChunks(this.#records, record.code.id, zip);
    const condition = { version: before.version };
    const write = put(functions, this.#seal(record), { condition });
    return this.#commitOrDrop([write, ...removedCode(before.value, record)], record.code);
  }

  /** False as with `update`. */
  remove({ value, version }: StoredRecord): Promise<boolean> {
    const { tenant, name } = value;
    const key = [tenant.account, tenant.region, name];
    return this.#commit([
      remove(functions, key, { version }),
      ...Object.keys(value.versions).map((each) =>
        remove(versions, versionKey(tenant, name, each)),
      ),
      ...removedCode(value),
      ...urlWrites(value),
    ]);
  }

  /** Adds a version to the function, which must list it; false as with `update`. */
  publish(version: FunctionRecord, record: LatestRecord, before: StoredRecord): Promise<boolean> {
    const condition = { version: before.version };
    return this.#commit([
      put(functions, this.#seal(record), { condition }),
      put(versions, this.#seal(version)),
    ]);
  }

  /** Removes a version, which the function must not list any more; false as with `update`. */
  removeVersion(version: string, record: LatestRecord, before: StoredRecord): Promise<boolean> {
    const { tenant, name } = record;
    const condition = { version: before.version };
    return this.#commit([
      put(functions, this.#seal(record), { condition }),
      remove(versions, versionKey(tenant, name, version)),
      ...removedCode(before.value, record),
    ]);
  }

  /** The zip file; undefined when it has been replaced or removed meanwhile. */
  readCode(code: CodeReference): Promise<Buffer | undefined> {
    return readChunks(this.#records, code);
  }

  async #commitOrDrop(batch: readonly Write[], code: CodeReference): Promise<boolean> {
    const isWritten = await this.#commit(batch);
    if (!isWritten) await this.#records.commit(removedChunks(code));
    return isWritten;
  }

  #commit(batch: readonly Write[]): Promise<boolean> {
    return succeeds(this.#records.commit(batch));
  }

  #seal<T extends FunctionRecord>(record: T): Sealed<T> {
    const variables = JSON.stringify(record.variables);
    return { ...record, variables: this.#keyring.seal(variables, contextOf(record)) };
  }

  #unseal<T extends FunctionRecord>({ value, version }: Stored<Sealed<T>>) {
    const opened = this.#keyring.open(value.variables, contextOf(value)).toString();
    const variables: Record<string, string> = JSON.parse(opened);
    return { value: { ...value, variables }, version };
  }
}

/** Removes the code that the function needed and needs no longer. */
function removedCode(before: LatestRecord, after?: LatestRecord): Write[] {
  const needed = new Set(after && codeOf(after).map(({ id }) => id));
  return codeOf(before)
    .filter(({ id }) => !needed.has(id))
    .flatMap(removedChunks);
}

function contextOf({ tenant, name }: Pick<FunctionRecord, "tenant" | "name">): string {
  return `functions/variables/${tenant.account}/${tenant.region}/${name}`;
}
